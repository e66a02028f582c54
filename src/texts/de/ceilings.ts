import type { ceilings as english } from '../ceilings';

export const ceilings: ReturnType<typeof english> = {
  inSupportHalting: {
    words: 'Bestes darin, sonst Stillstand',
    help: 'Dieselbe beste Strategie innerhalb der Daten, die aber für immer stehen bleibt, wo die Daten keine Aktion zeigen: was sie ohne Glück zulassen. Die darüber irrt dort zufällig umher und kann Glück haben. Beide setzen voraus, dass ein Paar seine wahren Folgen zeigt, sobald es einmal gesehen wurde.',
  },
  plannedFromData: {
    words: 'auf den Häufigkeiten geplant',
    help: 'Was der beste Plan wirklich erzielt, der die aufgezeichneten Häufigkeiten für die Wahrheit nimmt. Wo Schritte zum Teil Glück sind, bleibt er hinter dem Besten in den Daten zurück: Der Abstand ist, was diese Zeilen nicht sagen können.',
  },
};
