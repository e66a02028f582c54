import { formatMegabytes } from '../format';
import type { offline as english } from '../offline';

export const offline: ReturnType<typeof english> = {
  works: (kept) => `Läuft ohne Netz: ${formatMegabytes(kept)} aufbewahrt`,
  coming: (kept, all) =>
    `Wird für die Nutzung ohne Netz aufbewahrt: ${formatMegabytes(kept)} von ${formatMegabytes(all)}`,
  keep: 'Für die Nutzung ohne Netz aufbewahren',
  keepSize: (all) => `Für die Nutzung ohne Netz aufbewahren (${formatMegabytes(all)})`,
  full: (kept, all) =>
    `Für die Nutzung ohne Netz aufbewahrt: ${formatMegabytes(kept)} von ${formatMegabytes(all)}. Für den Rest hat der Browser keinen Platz.`,
  partly: (kept, all) =>
    `Für die Nutzung ohne Netz aufbewahrt: ${formatMegabytes(kept)} von ${formatMegabytes(all)}. Der Rest ist nicht angekommen.`,
  refused: 'Läuft nur mit Netz: Dieser Browser hat die Seite nicht aufbewahrt.',
  again: 'Noch einmal versuchen',
  ready: 'Eine neue Version von Offgrid liegt bereit.',
  load: 'Jetzt laden',
};
