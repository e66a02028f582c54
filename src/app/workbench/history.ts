/** Steps that can be undone; an old one costs a few kilobytes at most. */
export const DEEPEST = 500;

/** What one undo takes back or one redo makes again: whatever the two need to know, under a name. */
export interface Named {
  /** What was done, as a noun: «wall painted», «row added at the top». */
  readonly name: string;
}

/** What can be undone and done again; changed only through the functions of this file. */
export interface History<Step extends Named> {
  /** Steps that can be undone, the latest last. */
  readonly past: readonly Step[];
  /** Steps that can be done again, the next one last. */
  readonly future: readonly Step[];
}

/** Painting under way, from pressing to letting go: it becomes one step when it ends. */
export interface Stroke<Drawn> {
  /** What was there before. */
  readonly before: Drawn;
  /** Whether it paints every cell on its way, or what lies between where it began and where it is. */
  readonly shape: 'line' | 'rectangle';
  /** The cells where it began and where it is. */
  readonly from: number;
  readonly at: number;
}

/** A history with a step gone, and that step as it was. */
interface Gone<Step extends Named> {
  readonly step: Step;
  readonly history: History<Step>;
}

/** A history before anything was done. */
export const NO_HISTORY: History<never> = { past: [], future: [] };

const unturned = <Step>(step: Step): Step => step;

/** A history after one more step: what was taken back is forgotten, and the oldest step where it is too deep. */
export function stepped<Step extends Named>(history: History<Step>, step: Step): History<Step> {
  return { past: [...history.past, step].slice(-DEEPEST), future: [] };
}

/**
 * The latest step taken back; null where there is none.
 *
 * @param turned the step as redoing needs it, where that is another thing than undoing does: one that
 * keeps what to go back to then keeps what to come forth to.
 */
export function steppedBack<Step extends Named>(
  { past, future }: History<Step>,
  turned: (step: Step) => Step = unturned,
): Gone<Step> | null {
  const step = past.at(-1);
  if (step === undefined) return null;
  return { step, history: { past: past.slice(0, -1), future: [...future, turned(step)] } };
}

/** The step taken back last made again; null where there is none. `turned` as in {@link steppedBack}. */
export function steppedForth<Step extends Named>(
  { past, future }: History<Step>,
  turned: (step: Step) => Step = unturned,
): Gone<Step> | null {
  const step = future.at(-1);
  if (step === undefined) return null;
  return { step, history: { past: [...past, turned(step)], future: future.slice(0, -1) } };
}
