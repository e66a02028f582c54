/** What an embed can show. */
export const PANELS = ['world', 'learners', 'evidence', 'verdict'] as const;
export type Panel = (typeof PANELS)[number];

/** What can be worked in an embed; what is not among them keeps the value that the link says. */
export const CONTROLS = ['run', 'step', 'reset', 'layer', 'knobs'] as const;
export type Control = (typeof CONTROLS)[number];

/** What an address asks an embed to show. */
export interface EmbedOptions {
  readonly panels: readonly Panel[];
  readonly controls: readonly Control[];
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
 * `?embed=world,learners&controls=run,knobs`; `controls=none` leaves all out. Null without `embed`.
 */
export function embedOf(search: string): EmbedOptions | null {
  const query = new URLSearchParams(search);
  const panels = query.get('embed');
  if (panels === null) return null;
  const shown = split(panels, PANELS);
  const controls = query.get('controls');
  const worked = split(controls ?? '', CONTROLS);
  return {
    panels: shown.chosen.length > 0 ? shown.chosen : DEFAULT_PANELS,
    controls: controls === null || controls === '' ? DEFAULT_CONTROLS : worked.chosen,
    unknown: [...shown.unknown, ...worked.unknown],
  };
}
