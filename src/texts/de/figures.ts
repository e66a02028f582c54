import type { figures as english } from '../figures';
import { formatCount, formatSeen, formatShare, plural } from '../format';

const start = (instead: boolean) =>
  instead ? 'In der markierten Zelle haben die Daten keine Zeile; dies ist der Start, ' : '';

export const figures: ReturnType<typeof english> = {
  expectile: {
    name: 'Ein Expektil von Hand',
    title: 'Ein Expektil von Hand: τ vom Mittel zum Maximum ziehen',
    nothing: 'IQL, DQN oder CQL einschalten, um die Werte einer Zelle zu sehen.',
    about: (place, instead, learner) =>
      `${start(instead)}${place}: was ${learner} von den Aktionen dort glaubt, jede gewichtet mit ihren Zeilen in den Daten. Hohl: nie gewählt, Gewicht 0.`,
    expectile: (value) => `Expektil ${value}`,
    mean: (tau) => `Mittel, τ = ${tau}`,
    max: 'Max., τ → 1',
    slider: 'Expektil τ',
    sliderValue: (tau, value) => `τ = ${tau}, Expektil ${value}`,
    result:
      'τ = {tau}: Das Mittel ist {mean}, der größte gesehene Wert {max}, das Expektil {expectile}.',
    resultBetween:
      'τ = {tau}: Das Mittel ist {mean}, der größte gesehene Wert {max}, das Expektil {expectile}, {share} des Wegs.',
    action: (name, value, count) => `${name}: ${value}, ${formatSeen(count)}`,
  },
  push: {
    name: 'Die zwei Hände des Strafterms',
    title: 'Die zwei Hände des Strafterms: α bewegen',
    nothing: 'CQL oder DQN einschalten, um die Werte einer Zelle zu sehen.',
    about: (place, instead, learner) =>
      `${start(instead)}${place}, Werte von ${learner}. {down} α·Softmax drückt nach unten, {up} α·(Anteil in den Daten) nach oben; darunter, was von beiden übrig bleibt.`,
    caption:
      'Der Druck des Strafterms auf jede Aktion, und wo ein Eintrag einer Tabelle zur Ruhe kommt',
    action: 'Aktion',
    hands: 'ab · auf',
    net: 'netto',
    restsAt: 'ruht bei',
    never: 'nie',
    pushes: (down, up) => `${down} nach unten, ${up} nach oben`,
    nowhere: 'nirgends',
    noOptimum: 'kein Optimum',
    slider: 'Gewicht α des Strafterms',
    result:
      'α = {alpha}. Ruht bei: y − (α/2)(μ/π̂ − 1), mit dem Zielwert y und dem Softmax μ aus den Werten dieses Augenblicks.',
  },
  shift: {
    name: 'Verteilungsverschiebung',
    title: 'Verteilungsverschiebung: wohin die Strategie geht und wo die Daten waren',
    nothing: 'Ein Lernverfahren einschalten, um zu sehen, wohin seine Strategie geht.',
    learner: 'Lernverfahren der Abbildung',
    shown: 'Was die Zellen zeigen',
    difference: 'Unterschied',
    common: 'Gemeinsames',
    aboutDifference: (learner) =>
      `{more} ${learner} ist öfter dort als die Daten, {data} die Daten öfter als ${learner}. Schraffiert: ${learner} geht dorthin, wo die Daten keine Zeile haben.`,
    aboutCommon: (learner) =>
      `{data} was beide gemeinsam haben: der kleinere der zwei Anteile. Schraffiert: ${learner} geht dorthin, wo die Daten keine Zeile haben.`,
    result:
      'Totalvariationsabstand {distance}: 0 ist keine Verschiebung, 1 nichts gemeinsam. {share} der Besuche von {learner} liegen in Zellen, die in den Daten nie vorkommen.',
    largest: 'Die größten Unterschiede',
    cell: (place, learner, share, data) =>
      `${place}: ${learner} ${formatShare(share)}, Daten ${formatShare(data)}`,
  },
  errors: {
    name: 'Die Form des Fehlers',
    title: 'Die Form des Fehlers, je nachdem, wie oft ein Paar in den Daten vorkommt',
    nothing: 'Ein Lernverfahren mit Werten einschalten, etwa DQN, um seine Fehler zu sehen.',
    about:
      'Kleine Punkte: Q̂ minus die Wahrheit der eigenen Strategie, je ein Paar. Groß: ihr Median, Balken die mittlere Hälfte. Was außerhalb des Wertebereichs liegt, steht am Rand.',
    truth: 'Wahrheit',
    unseenState: ['Zustand', 'nie gesehen'],
    unseenAction: ['Aktion', 'nie gesehen'],
    thousands: (thousands) => `${formatCount(thousands)}k`,
    axis: 'Zeilen des Paars, N(s,a) ab',
    caption: 'Median von Q̂ minus die Wahrheit nach der Anzahl Zeilen eines Paars',
    unseenStates: 'nie gesehene Zustände',
    unseenActions: 'nie gesehene Aktionen',
    seenOnce: 'einmal gesehen',
    seenBetween: (from, to) => `${formatCount(from)}- bis ${formatCount(to)}-mal gesehen`,
    pairs: (pairs, count) =>
      `${pairs}, ${formatCount(count)} ${plural(count, { one: 'Paar', other: 'Paare' })}`,
    none: 'keiner',
  },
};
