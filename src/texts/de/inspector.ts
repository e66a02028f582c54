import { formatSeen, formatShare, formatSigned, formatValue } from '../format';
import type { inspector as english } from '../inspector';
import { words } from './words';

export const inspector: ReturnType<typeof english> = {
  hint: 'Auf eine Zelle einer Karte zeigen oder mit den Pfeiltasten hingehen. Ein Klick oder die Eingabetaste heftet sie an.',
  ends: 'Hier enden Episoden, darum wählt niemand.',
  unreachable: 'Hierher gelangt keine Strategie.',
  pinned: 'angeheftet',
  seen: (count) => (count > 1 ? `${count}× gesehen` : formatSeen(count)),
  key: 'Balken: Q̂. Striche: Wahrheit der eigenen Strategie. Punktiert: wo Q̂ zur Ruhe käme. ▲: wählt sie.',
  noValues: (ways) =>
    `{name} hat keine Werte; es geht ${ways
      .map(({ action, share }) => `${words.moves[action]} ${formatShare(share)}`)
      .join(', ')}.`,
  actionSeen: (action, count) => `${words.actions[action]}, ${formatSeen(count)}`,
  value: (name, q, truth, rest) =>
    `${name} glaubt ${formatValue(q)}, Wahrheit ${formatValue(truth)}, Fehler ${formatSigned(q - truth)}${
      Number.isFinite(rest) ? `, in Ruhe ${formatValue(rest)}` : ''
    }`,
  nothingYet: (name) => `${name}: noch nichts`,
  lie: {
    intro: 'Von dem, was zu viel oder zu wenig geglaubt wird, sitzt hier:',
    of: (here, total) => {
      if (Math.abs(here) < 0.005 * Math.abs(total))
        return `{name} nichts von ${formatSigned(total)}`;
      const share = here / total;
      return `{name} ${formatSigned(here)} von ${formatSigned(total)}${share > 0 ? ` (${formatShare(share)})` : ''}`;
    },
  },
  headline: {
    visited: (visits) =>
      `Die Daten kamen hier ${formatSeen(visits).replace(' gesehen', '')} vorbei.`,
    unvisited: 'Die Daten kamen nie hierher.',
    lured: (name, action, visited, believed, truth) =>
      `${name} geht ${words.moves[action]}, ${
        visited ? 'hier nie gesehen' : 'in einer Zelle, die die Daten nie besuchen'
      }: Es glaubt an ${formatValue(believed)}, die Wahrheit ist ${formatValue(truth)}.`,
    agreed: (only, action, count, unsure) => {
      const doubt = unsure ? ` (${unsure.name} nur in ${formatShare(unsure.share)} der Fälle)` : '';
      const who = only === null ? 'Alle gehen' : `${only} geht`;
      return `${who} ${words.moves[action]}, hier ${formatSeen(count)}${doubt}.`;
    },
    parted: (ways) => {
      const said = ways.map(({ names, action }, i) => {
        const verb = i > 0 ? '' : names.length === 1 ? 'geht ' : 'gehen ';
        return `${names.join(' und ')} ${verb}${words.moves[action]}`;
      });
      return `${said.join(', ')}.`;
    },
  },
};
