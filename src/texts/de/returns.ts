import { formatCount, formatShare, formatValue, plural } from '../format';
import type { returns as english } from '../returns';

const steps = (count: number) =>
  `${formatCount(count)} ${plural(Math.round(count), { one: 'Schritt', other: 'Schritten' })}`;

export const returns: ReturnType<typeof english> = {
  fares: {
    untrained: 'noch nicht trainiert',
    never: 'erreicht das Ziel nie',
    inSteps: (count) => `erreicht das Ziel in ${steps(count)}`,
    inSome: (rate, count) =>
      `erreicht das Ziel in ${formatShare(rate)} der Episoden, in ${steps(count)}`,
    nowAndThen: (rate) => `kommt in ${formatShare(rate)} der Fälle an`,
    diverged: (step) => `ist bis Schritt ${formatCount(step)} divergiert`,
    allDiverged: (step, seeds) =>
      `ist bis Schritt ${formatCount(step)} auf ${seeds} von ${seeds} Seeds divergiert`,
    onSeeds: (arrived, seeds) => `erreicht das Ziel auf ${arrived} von ${seeds} Seeds`,
  },
  pace: {
    inSteps: (count) => `in ${steps(count)}`,
    rate: (rate) => `in ${formatShare(rate)} der Fälle`,
  },
  earns: 'erzielt',
  believes: 'glaubt',
  noValues: 'keine Werte',
  nothingToBelieve: 'keine Werte, also kein Glaube',
  other: {
    distribution: (earned) => `Nach der Verteilung erzielt es ${formatValue(earned)}.`,
    mostLikely: (earned) => `Nach der wahrscheinlichsten Aktion erzielt es ${formatValue(earned)}.`,
  },
  rests: (believed) =>
    `Mit einer Tabelle und endlosem Training würde es an ${formatValue(believed)} glauben.`,
  ofSeeds: (label, seeds) => `${label} (Interquartilmittel über ${seeds} Seeds)`,
  bar: (label, believed, earned, goal, references) => {
    const first =
      earned === null
        ? `${label}: noch nichts gemessen.`
        : believed === null
          ? `${label} erzielt ${formatValue(earned)}. Es hat keine Werte und glaubt darum nichts.`
          : `${label} glaubt an ${formatValue(believed)} und erzielt ${formatValue(earned)}.`;
    const compared = references.map((one) => `${one.label} ${formatValue(one.value)}`).join(', ');
    return `${first} ${goal}. Zum Vergleich: ${compared}.`;
  },
};
