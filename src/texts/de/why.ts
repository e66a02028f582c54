import { formatCount, plural } from '../format';
import type { why as english } from '../why';

export const why: ReturnType<typeof english> = {
  title: 'Warum dieser Pfeil?',
  whose: 'Wessen Pfeil',
  pair: (place, action) => `${place}, ${action}`,
  backup: ({ pair, value, reward, target, count, ends }) => {
    const rows = `${formatCount(count)} ${plural(count, { one: 'Zeile', other: 'Zeilen' })}`;
    return ends
      ? `${pair}: ${value}, gezogen zur Belohnung ${target}, wo Episoden enden (${rows}).`
      : `${pair}: ${value}, gezogen zu ${target} = ${reward} + γ · dem Wert darunter (${rows}).`;
  },
  untried: (pair, value) => `${pair}: ${value}, und keine Zeile davon.`,
  left: (links) =>
    `${formatCount(links)} Glieder zwischen den ersten und den letzten sind weggelassen.`,
  source: {
    ends: 'Der Wert kommt von einer aufgezeichneten Belohnung.',
    untried:
      'Hier hat das Maximum die Daten verlassen: Niemand hat dies je probiert, und keine Zeile hat seinen Wert je berichtigt.',
    loop: 'Die Kette kehrt zu sich zurück: Der Wert nährt sich von sich selbst.',
  },
  look: (row) => `Zeile ${formatCount(row)} unter dem Mikroskop`,
};
