import type { checker as english } from '../checker';

export const checker: ReturnType<typeof english> = {
  overOne: (what) =>
    `Über einen einzigen Wert ist ${what} dieser Wert selbst: Verglichen wird nichts. Gemeint ist wohl über alle Aktionen, wie in ${what} Q(s,·).`,
  softmaxOne:
    'Der Softmax eines einzigen Werts ist 1, wie groß er auch ist: Es gibt nichts zu wählen.',
  unstopped:
    'Dieser Zielwert ist nicht angehalten. Hier lernt durch s′ ohnehin nichts; in den meisten Programmen schon, und dann käme er dem Netz entgegen. Er gehört in sg[…].',
  bothLearn:
    'Durch beide Seiten dieser Differenz fließt ein Gradient, und jede läuft der anderen nach. Ist eine davon der Zielwert, so gehört sie in sg[…].',
  noEnd:
    'Dieses Backup geht nach dem Ende einer Episode weiter: Der Wert eines Zustands, den niemand je verlässt, kommt hinzu. Was danach kommt, ist mit (1 − d) zu multiplizieren.',
  noDiscount:
    'Was danach kommt, wird nicht diskontiert: Ohne γ können Werte in einer Welt, in der man bleiben kann, über alle Grenzen wachsen. Es ist mit γ zu multiplizieren.',
  unseenMax: (what, network) =>
    `Dieses ${what} über die nächsten Aktionen fragt ${network} auch nach Aktionen, die dort niemand wählte. Auf diesen Paaren („nie gesehene Aktionen“ in den Diagrammen) berichtigt keine Zeile, was das Netz sagt, und das ${what} greift zu dem, was zu hoch ist.`,
  endless: (network, grows, action) => {
    const way = grows ? 'höher' : 'tiefer';
    if (action === null)
      return `Das kann endlos fallen: Je ${way} ${network}, desto kleiner der Verlust, ohne Ende.`;
    return action === 'taken'
      ? `Das kann endlos fallen: Je ${way} ${network} bei der gewählten Aktion, desto kleiner der Verlust, ohne Ende.`
      : `Das kann endlos fallen: Je ${way} ${network} bei einer Aktion, die nicht die der Zeile ist, desto kleiner der Verlust, ohne Ende.`;
  },
  untrained: (network) =>
    `Nichts trainiert ${network}: Kein Term dessen, was minimiert wird, hängt davon ab, und es bleibt, wie es zu Beginn gezogen wurde.`,
  weightLearns: (networks) =>
    `Dieses Gewicht lernt mit: Der Gradient fließt in ${networks} und verkleinert das Gewicht statt dessen, was gewichtet wird. Es gehört in sg[…].`,
};
