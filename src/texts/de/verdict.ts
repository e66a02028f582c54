import { formatCount, formatList, formatValue } from '../format';
import type { verdict as english, Outcome } from '../verdict';
import { words } from './words';

/** « auf allen 5 Seeds», « auf der Mehrheit der 5 Seeds», '' mit einem Seed. */
function standing({ seeds, unanimous }: Outcome): string {
  if (seeds === 1) return '';
  return unanimous ? ` auf allen ${seeds} Seeds` : ` auf der Mehrheit der ${seeds} Seeds`;
}

/** Das Ziel verfehlen alle: auf jedem Seed, oder doch auf den meisten. */
function nobody({ learners, seeds, unanimous }: Outcome): string {
  const group = learners === 2 ? 'beiden' : words.numeral(learners);
  if (seeds > 1 && unanimous)
    return learners === 1
      ? `Es erreicht das Ziel auf keinem der ${seeds} Seeds.`
      : `Auf keinem der ${seeds} Seeds erreicht eines der ${group} das Ziel.`;
  const where = seeds > 1 ? ` auf der Mehrheit der ${seeds} Seeds` : '';
  return learners === 1
    ? `Es erreicht das Ziel nicht${where}.`
    : `Keines der ${group} erreicht das Ziel${where}.`;
}

export const verdict: ReturnType<typeof english> = {
  title: 'Urteil',
  ask: (learners) =>
    learners === 1
      ? 'Erreicht es das Ziel?'
      : `Welche der ${words.numeral(learners)} erreichen das Ziel?`,
  surprise: 'Überraschen lassen',
  asked: 'Starten und sehen, wer ankommt.',
  guess:
    'Sie lernen aus denselben eingefrorenen Daten, ohne die Welt je zu berühren. Erst raten, dann starten.',
  guessed:
    'Jetzt starten: Sie lernen aus denselben eingefrorenen Daten, ohne die Welt je zu berühren.',
  account: ({ believed, earned, impossible, seeds, other }) => {
    const name = other?.reading === 'mostLikely' ? 'wahrscheinlichste' : 'Verteilung';
    const read = other ? ` (${name}: ${formatValue(other.earns)})` : '';
    const earns = `erzielt ${formatValue(earned)}${read}`;
    if (believed === null)
      return other
        ? earns
        : `${earns}; ${seeds > 1 ? 'ohne Werte' : 'keine Werte, also kein Glaube'}`;
    return `glaubt an ${impossible ? 'unmögliche ' : ''}${formatValue(believed)}, ${earns}`;
  },
  outcome: (facts) => {
    const { learners, arrived } = facts;
    if (arrived.length === 0) return nobody(facts);
    const reaches = (verb: string) =>
      `${verb}${standing(facts)}${facts.unsure ? ' meist' : ''} das Ziel`;
    const all = words.numeral(learners);
    if (arrived.length === learners) {
      if (learners === 1) return `Es ${reaches('erreicht')}.`;
      return `${learners === 2 ? 'Beide' : `Alle ${all}`} ${reaches('erreichen')}.`;
    }
    const count = words.numeral(arrived.length);
    const verb = arrived.length === 1 ? 'erreicht' : 'erreichen';
    const mostly = facts.mostly.length > 0 ? `; ${formatList(facts.mostly)} meistens` : '';
    return `${count.charAt(0).toUpperCase()}${count.slice(1)} von ${all} ${reaches(verb)}: ${formatList(arrived)}${mostly}.`;
  },
  lie: ({ names, believed, earned, nothing }, over) => {
    if (names.length > 1)
      return `${formatList(names)} ${over ? 'glaubten' : 'glauben'} an mehr, als sich erzielen lässt.`;
    const [believes, earns] = over ? ['glaubte', 'erzielte'] : ['glaubt', 'erzielt'];
    const what = nothing ? 'nichts' : formatValue(earned);
    return `${names[0]} ${believes} an ${formatValue(believed)} und ${earns} ${what}.`;
  },
  arrivals: (learners, arrived, over) => {
    if (arrived.length === 0) return over ? 'Niemand kam an.' : 'Niemand kommt an.';
    const verb = over
      ? arrived.length === 1
        ? 'kam an'
        : 'kamen an'
      : arrived.length === 1
        ? 'kommt an'
        : 'kommen an';
    if (arrived.length === learners && learners > 2)
      return `Alle ${words.numeral(learners)} ${verb}.`;
    return `${formatList(arrived)} ${verb}.`;
  },
  firstLie: (name, believed, optimal) =>
    `${name} glaubt jetzt an mehr, als sich erzielen lässt: ${formatValue(believed)}, und das Bestmögliche ist ${formatValue(optimal)}.`,
  goOn: 'Weiter',
  settled: (steps) => `Nach ${formatCount(steps)} Schritten zur Ruhe gekommen.`,
  unsettled: (steps) =>
    `Nach ${formatCount(steps)} Schritten noch nicht in Ruhe: weiter trainieren.`,
  answer: (chosen, right, most) => {
    const said = `Getippt wurde auf ${formatList(chosen)}`;
    if (!right) return `${said}.`;
    return `${said}, und so ist es${most ? ' auf der Mehrheit der Seeds' : ''}.`;
  },
};
