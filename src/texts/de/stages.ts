import { formatList, formatPlain, formatSigned, formatValue } from '../format';
import type { stages as english } from '../stages';
import { words } from './words';

const value = (number: number) => formatValue(number, 3);
/** Three significant digits. */
const short = (number: number) => formatPlain(Number(number.toPrecision(3)));
const signed = (number: number) => formatSigned(number, 3);
const { actions, moves } = words;
const named = (action: number) => `„${actions[action]}“`;

export const stages: ReturnType<typeof english> = {
  row: {
    title: 'Die Zeile',
    text: ({ place, action, reward, next, stayed, end }) => {
      const moved = stayed ? 'und blieb, wo es war' : `und gelangte nach ${next}`;
      const after =
        end === 'terminal'
          ? ' Dort endet die Episode: Danach kommt nichts.'
          : end === 'cut'
            ? ' Dort wurde die Episode abgeschnitten, was kein Ende ist: Was danach käme, zählt trotzdem.'
            : '';
      return `In ${place} ging das Verhalten ${moves[action]}, erhielt ${formatValue(reward)} ${moved}.${after} Mehr erfährt das Update nicht von der Welt.`;
    },
    formula: ({ place, action, reward, next, end }) =>
      `(s, a, r, s′${end === 'terminal' ? ', Ende' : ''}) = (${place}; ${actions[action]}; ${formatValue(reward)}; ${next})`,
  },

  program: {
    title: 'Was das Programm ausrechnet',
    text: (actions) =>
      `Jeder Name des Programms, der auf dieser Zeile eine Zahl ist, in den Einheiten der Welt. Listen gehen nach Aktionen: ${actions}.`,
  },

  end: {
    title: 'Nach dem Ende kommt nichts',
    text: (place) =>
      `Die Episode endet in ${place}, also wird nichts zurückgeführt: d = 1, und der Zielwert ist allein die Belohnung. Durch solche Zeilen kommt der wahre Wert herein.`,
  },

  next: {
    title: 'Was ist der nächste Zustand wert?',
    text: (unseen) => {
      const known = [
        'In den Daten kommen alle vier vor.',
        'Eine davon kommt in den Daten nie vor: Dort extrapoliert das Netz.',
        'Zwei davon kommen in den Daten nie vor: Dort extrapoliert das Netz.',
        'Drei davon kommen in den Daten nie vor: Dort extrapoliert das Netz.',
        'Keine davon kommt in den Daten vor: Jede dieser Zahlen ist eine Extrapolation.',
      ];
      return `Das Zielnetz wird nach den vier Aktionen in s′ gefragt. ${known[unseen]}`;
    },
    withTruth: (putIn) =>
      `Das Zielnetz wird nach den vier Aktionen in s′ gefragt; für ${formatList(putIn.map(named))} zählt seine Antwort nicht: Dort ist die Wahrheit eingesetzt, Q*.`,
    bars: 'Q̄(s′, ·), geglaubt; der Strich ist Q*',
  },

  oracle: {
    title: 'Die Wahrheit, eingesetzt',
    putIn: ({ here, next }) => {
      const at = (some: readonly number[], state: string) =>
        some.length === 0 ? [] : [`nach ${formatList(some.map(named))} in ${state}`];
      return `Wo dieser Verlust das Zielnetz ${[...at(here, 's'), ...at(next, 's′')].join(' und ')} fragt, erfährt er stattdessen die Wahrheit, Q*.`;
    },
    notRead:
      'Bei Aktionen dieser Zustände, die niemand probiert hat, ist die Wahrheit eingesetzt, und nichts ändert sich: Dieser Verlust fragt sein Zielnetz nur nach dem, was in den Daten vorkommt. Vom Ungesehenen erfährt er nichts, weder Wahres noch Falsches.',
  },

  pick: {
    softmaxTitle: 'Der Softmax mittelt',
    softmax: (backup, largest) =>
      `Dieses CQL verwendet Σ softmax(Q̄)·Q̄, den Wert der Strategie, von der sein Satz handelt, nicht den größten Wert: ${value(backup)} statt ${value(largest)}.`,
    softmaxFormula: (backup, scale) =>
      scale === 1
        ? `Σ softmax(Q̄)·Q̄ = ${value(backup)}`
        : `Σ softmax(c·Q̄)·Q̄ = ${value(backup)} (c = ${short(scale)})`,
    title: 'Das Maximum wählt',
    untriedTitle: 'Das Maximum wählt, was niemand probiert hat',
    truthTitle: 'Das Maximum wählt die Wahrheit',
    text: (pick) => {
      const who = pick.double ? 'Das Online-Netz wählt' : 'Das Maximum wählt';
      const without =
        pick.leftOut.length === 0
          ? ''
          : ` (nicht wählen darf es ${pick.leftOut.map(named).join(', ')})`;
      const what = `${who} ${named(pick.action)}${without}: ${value(pick.value)}`;
      if (pick.isTruth)
        return `${what}. Das ist kein Glaube: Dort ist die Wahrheit eingesetzt, und zu träumen gibt es nichts.`;
      if (pick.count > 0) {
        const often = pick.count === 1 ? 'einmal' : `${pick.count}-mal`;
        return `${what}, eine Aktion, die in s′ ${often} in den Daten vorkommt.`;
      }
      const best =
        pick.best === null
          ? ''
          : ` Für die beste dort probierte Aktion wird ${value(pick.best)} geglaubt.`;
      return `${what}, eine Aktion, die in s′ nie in den Daten vorkommt. Nichts wird sie je berichtigen.${best}`;
    },
  },

  target: {
    title: 'Der Zielwert',
    inflates: 'Der Zielwert bläht sich auf',
    text: (truth, excess) => {
      if (excess > 0)
        return `Keine Strategie kann von hier aus mehr erreichen als Q*(s,a) = ${value(truth)}: Dieser Zielwert verspricht ${value(excess)} zu viel, und zu ihm wird das Netz gezogen.`;
      const where = excess === 0 ? 'trifft es genau' : `liegt ${value(-excess)} darunter`;
      return `Das Beste, was von hier aus möglich ist, ist Q*(s,a) = ${value(truth)}; dieser Zielwert ${where}.`;
    },
  },

  pull: {
    title: 'Der Wert wird zum Zielwert gezogen',
    text: (action, q, y) =>
      `Verglichen wird nur die gewählte Aktion: Für ${named(action)} wird ${value(q)} geglaubt; dieser Wert wird zu ${value(y)} ${q > y ? 'hinuntergezogen' : 'hinaufgezogen'}. Die anderen drei bewegen sich nur, weil sie die Gewichte des Netzes teilen.`,
  },

  penalty: {
    title: 'Der Strafterm drückt, was hoch steht, und hebt, was gewählt wurde',
    text: (untried) => {
      const names =
        untried.length === 0 ? '' : ` Hier nie probiert: ${untried.map(named).join(', ')}.`;
      return `Jede Aktion wird um ihren Softmax-Anteil gedrückt, die gewählte um 1 gehoben: Im Ganzen wird nichts gewonnen und nichts verloren.${names} Eine Aktion, die schon tief liegt, wird kaum noch gedrückt.`;
    },
    formula: (gap, alpha, temperature, scale) =>
      scale === 1
        ? `κ·logsumexp(Q(s, ·)/κ) − Q(s, a) = ${value(gap)}, κ = ${short(temperature)}; Schub = onehot(a) − softmax(Q(s, ·)/κ), gewichtet mit α = ${short(alpha)}`
        : `κ′·logsumexp(Q(s, ·)/κ′) − Q(s, a) = ${value(gap)}; Schub = onehot(a) − softmax(Q(s, ·)/κ′), gewichtet mit α/c = ${short(alpha)}; κ′ = κ/c = ${short(temperature)}, denn das Lernverfahren sieht Belohnungen mal c = ${short(scale)}`,
    sketchTitle: 'Der Strafterm der Skizze drückt eine gezogene Aktion',
    sketch: (drawn) => {
      const identity =
        drawn === null
          ? 'Diesmal zog sie genau die gewählte Aktion, und die beiden Schübe heben sich auf.'
          : `Diesmal zog sie ${named(drawn)}.`;
      return `Die Skizze zieht eine zufällige Aktion und nennt ihren Wert ein Logsumexp: Ein Logsumexp über eine einzige Zahl ist diese Zahl. ${identity} Wie tief dieser Wert auch schon liegt, der Schub beträgt volle 1.`;
    },
    bars: 'Q(s, ·), und wohin der Strafterm schiebt',
  },

  sum: {
    title: 'Beides zusammen',
    text: (pull, push, total) =>
      `Zug zum Zielwert plus α mal Schub. Bei der gewählten Aktion: ${signed(pull)} und ${signed(push)}, zusammen ${signed(total)}.`,
    formula: (alpha, scale) =>
      scale === 1
        ? `total = bellman + α·Strafterm, α = ${short(alpha)}`
        : `total = bellman + (α/c)·Strafterm, α/c = ${short(alpha)} (c = ${short(scale)})`,
    bars: 'Q(s, ·), und wohin das Update schiebt',
  },

  inSample: {
    title: 'Gefragt wird nur nach der gewählten Aktion',
    text: (action) =>
      `Die beiden Zielnetze sagen, was ${named(action)} hier wert ist; der kleinere Wert zählt. Die anderen drei Aktionen werden nie befragt, was immer die Netze von ihnen hielten.`,
  },

  expectile: {
    title: 'V neigt zum Besseren der probierten Werte',
    text: (advantage, v, tau) =>
      `Der Wert liegt ${value(Math.abs(advantage))} ${advantage >= 0 ? 'über' : 'unter'} V(s) = ${value(v)}. Zeilen über V zählen mit τ = ${formatPlain(tau)}, Zeilen darunter mit 1 − τ = ${formatValue(1 - tau, 2)}: V pendelt sich nahe beim Besten des Probierten ein, ohne nach dem zu fragen, was nie probiert wurde.`,
    formula: (side, advantage, push) =>
      `|τ − 1(u < 0)|·u² = ${formatValue(side, 2)} × ${value(advantage ** 2)}; V bewegt sich um ${signed(push)}`,
  },

  nextValue: {
    title: 'Der nächste Zustand ist sein V wert',
    text: (v) =>
      `Kein Maximum über Aktionen: Verwendet wird V(s′) = ${value(v)}, gelernt allein aus den Werten probierter Aktionen.`,
  },

  weight: {
    title: 'Die Strategie ahmt nach, Besseres stärker',
    text: (advantage, weight) => {
      const how =
        weight >= 0.995 && weight <= 1.005
          ? 'gleich stark wie BC'
          : weight > 1
            ? 'stärker als BC'
            : 'schwächer als BC';
      return `Der Vorteil (advantage) ist ${signed(advantage)}, also wird diese Zeile mit Gewicht ${formatValue(weight, 2)} nachgeahmt: ${how}.`;
    },
    formula: (advantage, beta, weight, scale) =>
      scale === 1
        ? `min(e^{βu}, 100) = e^(${short(beta)} × ${value(advantage)}) → ${formatValue(weight, 2)}`
        : `min(e^{β·c·u}, 100) = e^(${short(beta)} × ${value(advantage)}) → ${formatValue(weight, 2)} (c = ${short(scale)})`,
  },

  policy: {
    title: 'Was es tun würde',
    text: (action, probability) =>
      `Die Strategie wählt ${named(action)}, wie es das Verhalten tat, mit Wahrscheinlichkeit ${formatValue(probability, 2)}. Belohnung und nächster Zustand werden nicht angesehen.`,
    moves: 'π(· | s), und wohin sie sich bewegt',
  },

  imitate: {
    title: 'Es ahmt nach',
    text: (action) =>
      `${named(action)} wird wahrscheinlicher, die anderen unwahrscheinlicher, was immer dabei herauskam: Über alle Zeilen endet die Strategie bei N(s,a)/N(s), besser nicht.`,
    formula: 'Schub = onehot(a) − π(· | s)',
  },
};
