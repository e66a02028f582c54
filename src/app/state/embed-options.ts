import { type Language, languageOf } from '../../texts/languages';

/** What an embed can show. */
export const PANELS = ['world', 'learners', 'evidence', 'verdict'] as const;
export type Panel = (typeof PANELS)[number];

/** What can be worked in an embed; what is not among them keeps the value that the link says. */
export const CONTROLS = ['run', 'step', 'reset', 'layer', 'knobs'] as const;
export type Control = (typeof CONTROLS)[number];

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What an embed shows, and how. */
export interface EmbedChoice {
  /** In the order of `PANELS`, at least one. */
  readonly panels: readonly Panel[];
  /** In the order of `CONTROLS`. */
  readonly controls: readonly Control[];
  /** The paper it is drawn on; null: as the system of whoever looks at it prefers. */
  readonly theme: Theme | null;
  /** Null: the language of whoever looks at it, where the page speaks it. */
  readonly language: Language | null;
}

/** What an address asks for. */
export interface EmbedOptions extends EmbedChoice {
  /** Names that mean nothing, for a sentence about them. */
  readonly unknown: readonly string[];
}

export const DEFAULT_PANELS: readonly Panel[] = ['learners', 'verdict'];
export const DEFAULT_CONTROLS: readonly Control[] = ['run', 'step', 'reset'];

/** The least room an embed needs, in CSS pixels. */
export const LEAST_SIZE = { width: 600, height: 400 } as const;

function split<T extends string>(text: string, known: readonly T[]) {
  const names = text.split(',').filter((name) => name !== '' && name !== 'none');
  return {
    chosen: known.filter((name) => names.includes(name)),
    unknown: names.filter((name) => !known.some((one) => one === name)),
  };
}

/**
 * What the query of an address says of embedding: `?embed` with the usual panels and controls, or
 * `?embed=world,learners&controls=run,knobs&theme=dark&lang=de`; `controls=none` leaves all out. Null
 * without `embed`.
 */
export function embedOf(search: string): EmbedOptions | null {
  const query = new URLSearchParams(search);
  const panels = query.get('embed');
  if (panels === null) return null;
  const shown = split(panels, PANELS);
  const controls = query.get('controls');
  const worked = split(controls ?? '', CONTROLS);
  const paper = split(query.get('theme') ?? '', THEMES);
  const tag = query.get('lang');
  const language = languageOf(tag);
  return {
    panels: shown.chosen.length > 0 ? shown.chosen : DEFAULT_PANELS,
    controls: controls === null || controls === '' ? DEFAULT_CONTROLS : worked.chosen,
    theme: paper.chosen[0] ?? null,
    language,
    unknown: [
      ...shown.unknown,
      ...worked.unknown,
      ...paper.unknown,
      ...(tag && language === null ? [tag] : []),
    ],
  };
}

/** A choice as the query of an address, `embed=world,learners&controls=none`; `embedOf` reads it back. */
export function embedQuery({ panels, controls, theme, language }: EmbedChoice): string {
  const parts = [`embed=${panels.join(',')}`, `controls=${controls.join(',') || 'none'}`];
  if (theme !== null) parts.push(`theme=${theme}`);
  if (language !== null) parts.push(`lang=${language}`);
  return parts.join('&');
}
