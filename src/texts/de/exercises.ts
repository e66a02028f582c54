import type { exercises as english } from '../exercises';

export const exercises: ReturnType<typeof english> = {
  task: 'Aufgabe',
  gap: (name) => `${name} =`,
  spelling:
    "Gewöhnliche Buchstaben genügen: gamma, sum, s', Q(s,.)^2. Die Eingabetaste prüft; richtig ist jede Form, die dasselbe ausrechnet.",
  check: 'Prüfen',
  hint: 'Ein Hinweis',
  show: 'Zeigen, was gemeint war',
  right: 'Richtig: Es rechnet dasselbe aus, und der Gradient ist derselbe.',
  fault: (sentence) => `Das lässt sich noch nicht lesen. ${sentence}`,
  remark: (sentence) => `Das ist ein anderer Verlust. ${sentence}`,
  differs: {
    definition: (_network) =>
      'Das ist eine andere Zahl. Die einfachste Zeile, an der es sich zeigt:',
    loss: (_network) =>
      'Daraus wird ein anderer Verlust. Die einfachste Zeile, an der es sich zeigt:',
    gradient: (network) =>
      `Die Zahl ist dieselbe, doch ${network} bekommt einen anderen Gradienten: Etwas ist angehalten, was lernen sollte, oder lernt, was angehalten gehört. An dieser Zeile:`,
  },
  yours: 'geschrieben',
  meant: 'gemeint',
  order: (actions) => `Listen gehen nach Aktionen: ${actions}.`,
  blank: '__________________________',
};
