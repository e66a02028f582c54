import type { checker as english } from '../checker';

export const checker: ReturnType<typeof english> = {
  overOne: (what) =>
    `Über einen einzigen Wert ist ${what} dieser Wert selbst: Verglichen wird nichts. Gemeint ist wohl über alle Aktionen, wie in ${what} Q(s,·).`,
  softmaxOne:
    'Der Softmax eines einzigen Werts ist 1, wie gross er auch ist: Es gibt nichts zu wählen.',
  unstopped:
    'Dieses Ziel ist nicht angehalten. Hier lernt durch s′ ohnehin nichts; in den meisten Programmen schon, und dann käme das Ziel dem Netz entgegen. Schreiben Sie sg[…].',
  bothLearn:
    'Durch beide Seiten dieser Differenz fliesst ein Gradient, und jede läuft der anderen nach. Ist eine davon das Ziel, so gehört es angehalten: sg[…].',
  noEnd:
    'Dieses Backup geht nach dem Ende einer Episode weiter: Der Wert eines Zustands, den niemand je verlässt, kommt hinzu. Was danach kommt, mit (1 − d) malnehmen.',
  noDiscount:
    'Was danach kommt, wird nicht diskontiert: Ohne γ können Werte in einer Welt, in der man bleiben kann, über alle Grenzen wachsen. Mit γ malnehmen.',
  unseenMax: (what, network) =>
    `Dieses ${what} über die nächsten Aktionen fragt ${network} auch nach Aktionen, die dort niemand wählte. Auf diesen Paaren («ungesehene Aktionen» in den Diagrammen) berichtigt keine Zeile, was es sagt, und das ${what} greift zu dem, was zu hoch ist.`,
  endless: (network, grows, action) => {
    const way = grows ? 'höher' : 'tiefer';
    if (action === null)
      return `Das kann endlos fallen: Je ${way} ${network}, desto kleiner der Verlust, ohne Ende.`;
    return action === 'taken'
      ? `Das kann endlos fallen: Je ${way} ${network} bei der gewählten Aktion, desto kleiner der Verlust, ohne Ende.`
      : `Das kann endlos fallen: Je ${way} ${network} bei einer Aktion, die nicht die der Zeile ist, desto kleiner der Verlust, ohne Ende.`;
  },
  untrained: (network) =>
    `Nichts trainiert ${network}: Kein Term dessen, was minimiert wird, hängt daran, und es bleibt, wie es gezogen wurde.`,
  weightLearns: (networks) =>
    `Dieses Gewicht lernt mit: Der Gradient fliesst in ${networks} und verkleinert das Gewicht statt das Gewichtete. Schreiben Sie sg[…] darum.`,
};
