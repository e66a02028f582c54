import { formatPlain } from '../format';
import type { rungs as english } from '../rungs';

export const rungs: ReturnType<typeof english> = {
  milliseconds: (ms) => `${formatPlain(ms)}\u00a0ms`,
  seconds: (s) => `${formatPlain(s)}\u00a0s`,
  about: (time) => `etwa ${time}`,
  timeAStep: (backend, time) => `${backend} ${time} pro Schritt`,
  time: (backend, time) => `${backend} ${time}`,

  better: 'ist hier das bessere',
  fastestHere: 'ist hier als das schnellste gemessen',
  asFastHere: 'ist hier etwa gleich schnell und lässt den Prozessor der Seite',
  faster: (ratio) => `ist hier ${ratio}× so schnell`,

  guessedFromSmaller: (times) =>
    `nach dem, was für kleinere Netze gemessen ist, vermutlich das beste (${times})`,
  guessedFromLarger: (times) =>
    `nach dem, was für größere Netze gemessen ist, vermutlich das beste (${times})`,
  fastest: (times) => `für Netze dieser Größe als das schnellste gemessen (${times})`,
  asFast: (times) =>
    `für Netze dieser Größe als etwa gleich schnell wie das schnellste gemessen, und es lässt den Prozessor der Seite (${times})`,

  tookLong: (backend, seconds) => `${backend} zu messen dauerte länger als ${seconds}\u00a0s.`,
  brokeOff: (backend, why) => `Die Messung von ${backend} brach ab (${why}).`,
  unreadable: (backend) => `Die Messung von ${backend} ergab nichts Lesbares.`,
};
