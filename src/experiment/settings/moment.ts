import { notices } from '../../texts/notices';
import type { Notice, Settings } from '../types';
import { instancesOn } from './instances';
import { quote } from './values';

/** Keys of a link that say a moment of the run, and are no settings. */
export const MOMENT_KEYS: readonly string[] = ['at', 'guess'];

/** Where in its run a link was made, and what had been predicted by then. */
export interface Moment {
  /** Training step, ≥ 1; null where the link names none. */
  readonly at: number | null;
  /** Ids of the instances said to reach the goal. */
  readonly guess: readonly string[];
}

/** A moment as the end of a hash, `&at=1050&guess=cql,bc`; '' at step 0 without a prediction. */
export function encodeMoment({ at, guess }: Moment): string {
  const step = at !== null && at > 0 ? `&at=${at}` : '';
  return guess.length > 0 ? `${step}&guess=${guess.map(encodeURIComponent).join(',')}` : step;
}

/** What a hash says of a key, by its last value; null where it says nothing. */
function saidOf(hash: string, key: string): string | null {
  const parts = hash.replace(/^#/, '').split('&');
  const said = parts.filter((part) => part.startsWith(`${key}=`)).pop();
  return said === undefined ? null : said.slice(key.length + 1).replace(/%2C/gi, ',');
}

/**
 * The moment that a hash names, for the settings of the same hash; the inverse of `encodeMoment`.
 * What cannot be read is said in a notice and left out; never throws.
 */
export function decodeMoment(
  hash: string,
  settings: Settings,
): { readonly moment: Moment; readonly notices: readonly Notice[] } {
  const found: Notice[] = [];
  const t = notices();
  const step = saidOf(hash, 'at');
  const readable = step !== null && /^\d{1,7}$/.test(step) && Number(step) > 0;
  if (step !== null && step !== '0' && !readable)
    found.push({ key: 'at', message: t.about('at', t.notMoment(quote(step))) });
  const on = instancesOn(settings);
  const names = new Set((saidOf(hash, 'guess') ?? '').split(',').filter((name) => name !== ''));
  const guess = on.filter((id) => names.has(id));
  const unknown = [...names].find((name) => !on.includes(name));
  if (unknown !== undefined)
    found.push({
      key: 'guess',
      message: t.about('guess', t.notGuess(quote(unknown))),
    });
  return { moment: { at: readable ? Number(step) : null, guess }, notices: found };
}
