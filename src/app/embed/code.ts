import type { Control, Panel } from './options';

/** What is chosen of an embed. */
export interface EmbedChoice {
  readonly panels: readonly Panel[];
  readonly controls: readonly Control[];
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The HTML that shows an embed of the page at `address`, whose hash says the settings. */
export function embedCode(address: string, choice: EmbedChoice): string {
  const url = new URL(address);
  const controls = choice.controls.length > 0 ? choice.controls.join(',') : 'none';
  // Written by hand: a query encoder would turn the commas into something nobody can read.
  url.search = `?embed=${choice.panels.join(',')}&controls=${controls}`;
  return `<iframe src="${attribute(url.href)}" width="${choice.width}" height="${choice.height}" title="${attribute(choice.title)}" allow="clipboard-write" loading="lazy" style="border: 1px solid #ccc; border-radius: 8px"></iframe>`;
}
