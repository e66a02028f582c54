import { area } from './current';
import { formatShare, formatSigned, formatValue } from './format';
import { english as words } from './words';

const valued = (name: string, value: number, seen: string) =>
  `${name} ${formatValue(value)}, ${seen}`;

/** The cells of the maps in words. */
export const maps = area('maps', {
  /** From 1. */
  place: (row: number, column: number) => `row ${row}, column ${column}`,
  /** `kind` is one of the words for cells. */
  placeOfKind: (place: string, kind: string) => `${place}, ${kind}`,
  ends: (place: string) => `${place}: episodes end here.`,
  unreachable: (place: string) => `${place}: no policy can get here.`,
  /** `seen` is said already: «never seen», «seen 25 times». */
  action: {
    seen: (name: string, seen: string) => `${name} ${seen}`,
    probability: (name: string, share: number, seen: string) =>
      `${name} with probability ${formatShare(share)}, ${seen}`,
    q: valued,
    truth: valued,
    error: (name: string, error: number, seen: string) =>
      `${name} ${formatSigned(error)} against the truth, ${seen}`,
    surprise: (name: string, delta: number, seen: string) =>
      `${name} ${formatSigned(delta)} beyond one true step, ${seen}`,
    lie: (name: string, share: number, seen: string) =>
      `${name} ${formatSigned(share)} of the lie, ${seen}`,
  },
  /** Of a state whose actions are said already: what the data and the policy do there. */
  cell: (place: string, actions: readonly string[], rest: readonly string[]) =>
    [`${place}: ${actions.join('; ')}.`, ...rest].join(' '),
  unvisited: 'The data never visits this cell.',
  goes: (action: number) => `Goes ${words.moves[action]}.`,
  mayGo: (action: number, share: number) =>
    `Most likely goes ${words.moves[action]}, ${formatShare(share)}.`,
  /** Of a whole cell, where values of states are believed. */
  whole: {
    surprise: (delta: number) => `${formatSigned(delta)} beyond one true step.`,
    lie: (share: number) => `${formatSigned(share)} of the lie sits here.`,
  },
  spends: (share: number) => `Spends ${formatShare(share)} of its time here.`,
});
