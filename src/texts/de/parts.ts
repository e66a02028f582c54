import { formatCount } from '../format';
import type { parts as english } from '../parts';

export const parts: ReturnType<typeof english> = {
  waiting: 'Wird geladen …',
  missing:
    'Dieser Teil der Seite ist nicht angekommen: Vielleicht fehlt die Verbindung. Was läuft, läuft weiter.',
  stillMissing: 'Vielleicht hilft es, die Seite neu zu laden; verloren geht dabei nichts.',
  newVersion: 'Seit diese Seite geöffnet wurde, ist eine neue Version von Offgrid erschienen.',
  broken: (why) => `Dieser Teil der Seite ist gescheitert (${why}). Alles andere läuft weiter.`,
  again: 'Noch einmal versuchen',
  close: 'Schließen',
  reload: (step) =>
    step > 0 ? `Neu laden und bei Schritt ${formatCount(step)} weitermachen` : 'Seite neu laden',
  pageBroken: (why) =>
    `Offgrid ist auf einen Fehler gestoßen (${why}). Die Adresse enthält alle Einstellungen: Die Seite neu zu laden bringt sie zurück.`,
  reloadPage: 'Seite neu laden',
  notStarted: (why) =>
    `Offgrid konnte nicht starten (${why}). Die Seite neu laden; hilft das nicht, einen anderen Browser versuchen.`,
};
