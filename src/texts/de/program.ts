import type { program as english } from '../program';

export const program: ReturnType<typeof english> = {
  at: (line, column, sentence) => `Zeile ${line}, Spalte ${column}: ${sentence}`,
  of: (id, sentence) =>
    `Das Programm von ${id} lässt sich nicht übersetzen. ${sentence} Auf seiner Karte lässt es sich öffnen und richtigstellen.`,
  tooLong: (length, most) =>
    `Das Programm hat ${length} Zeichen; gelesen wird eine Verlustfunktion von höchstens ${most}.`,
  tooLarge:
    'Die Verlustfunktion wird zu groß, wenn für ihre Namen eingesetzt wird, wofür sie stehen.',
  tooDeep: 'Hier sind die Klammern zu tief verschachtelt.',
  empty:
    'Es gibt noch kein Programm: Eine Verlustfunktion braucht mindestens „network“, „minimise“, „act“.',
  character: (what) => `„${what}“ bedeutet hier nichts.`,
  expected: (expected, found) => `Erwartet: ${expected}; gefunden: ${found}.`,
  found: (what) => `„${what}“`,
  end: 'das Ende der Anweisung',
  indentation:
    'Eine Anweisung beginnt in der ersten Spalte; diese Zeile setzt eine fort, aber es gibt noch keine.',

  aName: 'ein Name',
  aNumber: 'eine Zahl',
  aValue: 'ein Wert',
  aPlace: 's oder s′',
  anAction: 'eine Aktion oder „·“',
  anOption: 'eine Möglichkeit wie „max: …“',
  closing: (what) => `ein schließendes „${what}“`,
  symbol: (what) => `„${what}“`,

  unknown: (what, near) =>
    near === null
      ? `„${what}“ ist nicht definiert.`
      : `„${what}“ ist nicht definiert; ist „${near}“ gemeint?`,
  twice: (what) => `„${what}“ ist zweimal definiert.`,
  taken: (what) =>
    `„${what}“ heißt auf der Seite schon etwas anderes; es braucht einen anderen Namen.`,
  circular: (what) => `„${what}“ ist durch sich selbst definiert.`,
  missing: (what) => `Dem Programm fehlt „${what}“.`,
  onceOnly: (what) => `„${what}“ darf nur einmal stehen.`,
  noNetwork: 'Das Programm nennt kein Netz, das zu trainieren wäre.',
  noTarget: (what) => `„${what}“ hat kein Zielnetz.`,
  notSquare: 'Bekannt sind nur Quadrate: x² schreiben, oder ein Produkt.',
  unknownIndex: (what) =>
    `„${what}“ ist hier kein Index: Es ist einer in Σ_${what}, min_${what}, max_${what} oder mean_${what}.`,
  noCopies: (what) => `Kein Netz ist „for ${what} = 1..n“ erklärt.`,
  outside: (what, from, to) => `„${what}“ gibt es nur von ${from} bis ${to}.`,
  copies: (most) => `Trainiert werden zwischen 1 und ${most} Ausführungen.`,
  needsIndex: (what) =>
    `„${what}“ gibt es mehrfach: Welches ist gemeint, wie in ${what}_i oder ${what}_1?`,
  noIndex: (what) => `„${what}“ gibt es nur einmal.`,
  needsState: (what) => `„${what}“ braucht einen Zustand: ${what}(s) oder ${what}(s′).`,
  wholeNetwork: (what) =>
    `„${what}“ braucht einen Zustand und eine Aktion: ${what}(s,a), oder ${what}(s,·) für alle.`,
  wholePolicy: (what) =>
    `„${what}“ braucht eine Aktion und einen Zustand: ${what}(a|s), oder ${what}(·|s) für alle.`,
  unknownOption: (what, choice, options) =>
    `„${what}“ ist keine Möglichkeit von „${choice}“: Es gibt ${options}.`,
  missingOption: (what, choice) => `Die Möglichkeit „${what}“ von „${choice}“ fehlt hier.`,
  noKnobValue: (what) => `„${what}“ braucht einen Wert: knob ${what} = 1 from 0 to 10.`,
  knobRange: (what) => `Der Wert von „${what}“ liegt außerhalb seines Bereichs.`,
  logarithmicZero: (what) =>
    `Eine logarithmische Skala hat keine 0: Der Bereich von „${what}“ muss darüber beginnen.`,

  division: 'Wird auch durch das Folgende geteilt? a / (b c) oder (a / b) c schreiben.',
  bare: (what) => `Wie weit reicht „${what}“? Klammern um das setzen, wofür es gilt: ${what}(…).`,
  squareOf: (what) =>
    `Wird vor oder nach „${what}“ quadriert? (${what}(…))² oder ${what}((…)²) schreiben.`,
  meanOf: 'Gehört das noch zum Mittel? (mean[…]) … oder mean(… …) schreiben.',
  bars: 'Striche in Strichen lassen sich auf zwei Arten lesen: für die inneren abs(…) schreiben.',
  chain: 'Immer nur zwei Zahlen vergleichen.',

  shapes: {
    number: 'eine Zahl',
    vector: 'eine Zahl für jede Aktion',
    action: 'eine Aktion',
    flag: 'wahr oder falsch',
    mask: 'wahr oder falsch für jede Aktion',
    mean: 'ein Mittel über den Minibatch',
  },
  wrongShape: (expected, found) => `Hier steht ${found}; nötig ist ${expected}.`,
  indicator: 'Ein Vergleich ist keine Zahl: 1[…] schreiben für 1, wo er zutrifft, und sonst 0.',
  statistic:
    'Was mit einem Mittel geschieht, geschieht mit einer Statistik des Minibatches; eine Verlustfunktion ist eine Summe von Mitteln, jedes mit einer Zahl multipliziert, die für alle Zeilen dieselbe ist, damit jede Zeile ihren eigenen Gradienten hat.',
  notMean: 'Was minimiert wird, muss ein Mittel über den Minibatch sein: mean(…) schreiben.',
  weight:
    'Ein Mittel lässt sich nur mit dem multiplizieren, was für alle Zeilen dasselbe ist: mit einer Zahl oder einem Regler.',
  actIs:
    'act sagt, wie gehandelt wird: argmax einer Zahl für jede Aktion, wie in act argmax Q(s,·).',
  believeIs:
    'believe ist der Wert von s, an den geglaubt wird: eine Zahl, wie in believe max Q(s,·).',
  atState:
    'Gehandelt und geglaubt wird in s: Dann ist weder s′ noch sonst etwas von einer Zeile bekannt.',
};
