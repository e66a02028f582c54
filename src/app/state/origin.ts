import { BACKEND_LABELS, type BackendName } from '../../engine/types';
import type { Snapshot } from '../../experiment/types';
import { VERSION } from '../../experiment/version';

/** What produced the numbers that somebody takes home. */
export interface Origin {
  /** Version of this program. */
  readonly offgrid: string;
  /** The rung that trained; null where nothing is measured yet. */
  readonly rung: BackendName | null;
  /** Browser and version: «Firefox 153.7». */
  readonly browser: string;
}

/** Marks of browsers in what they call themselves, in the order in which they are told apart: most claim to be others. */
const MARKS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdgA?\/([\d.]+)/, 'Edge'],
  [/\bOPR\/([\d.]+)/, 'Opera'],
  [/\bSamsungBrowser\/([\d.]+)/, 'Samsung'],
  [/\bFxiOS\/([\d.]+)/, 'Firefox/iOS'],
  [/\bCriOS\/([\d.]+)/, 'Chrome/iOS'],
  [/\bFirefox\/([\d.]+)/, 'Firefox'],
  [/\b(?:Headless)?Chrom(?:e|ium)\/([\d.]+)/, 'Chromium'],
  [/\bVersion\/([\d.]+).*\bSafari\//, 'Safari'],
];

/** A browser and its version by what it calls itself; that itself where it is none of those known. */
export function browserOf(userAgent: string): string {
  for (const [mark, name] of MARKS) {
    const version = mark.exec(userAgent)?.[1];
    // The zeros at the end are no version: browsers give them to be told apart less.
    if (version !== undefined) return `${name} ${version.replace(/(?:\.0)+$/, '')}`;
  }
  return userAgent.slice(0, 120);
}

/** What produced what is measured, in this browser unless another is named. */
export function originOf(
  snapshot: Pick<Snapshot, 'backend'> | null,
  userAgent = typeof navigator === 'undefined' ? '' : navigator.userAgent,
): Origin {
  return { offgrid: VERSION, rung: snapshot?.backend ?? null, browser: browserOf(userAgent) };
}

/** In names, which are those of every language: «Offgrid 0.1.0, WASM, Firefox 153». */
export function originText({ offgrid, rung, browser }: Origin): string {
  const parts = [`Offgrid ${offgrid}`, rung === null ? '' : BACKEND_LABELS[rung], browser];
  return parts.filter((part) => part !== '').join(', ');
}
