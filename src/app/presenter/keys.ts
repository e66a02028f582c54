import { byKey, type Pressed } from '../basics/keys';

/** What can be done while a lecture is given. */
export type Deed =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'run'
  | 'reset'
  | 'black'
  | 'notes'
  | 'leave';

/** What a key does; clickers send the page keys. */
const KEYS: Readonly<Record<string, Deed>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  r: 'run',
  Enter: 'run',
  x: 'reset',
  b: 'black',
  n: 'notes',
  Escape: 'leave',
};

/** What a key asks for: a deed, or the number of an act from 1; undefined for nothing. */
export function askedBy(pressed: Pressed): Deed | number | undefined {
  return byKey<Deed | number>(pressed, (name) =>
    /^[1-9]$/.test(name) ? Number(name) : KEYS[name],
  );
}
