import { formatCount } from '../format';
import type { runs as english } from '../runs';

export const runs: ReturnType<typeof english> = {
  title: 'Läufe dieses Besuchs',
  open: (count) => `Verlauf (${formatCount(count)})`,
  hint: 'Läufe dieses Besuchs: zu einem zurückkehren oder mit ihm vergleichen',
  close: 'Schließen',
  intro:
    'Jeder Lauf, der zu seinem Urteil kam, der letzte zuerst. Wird die Seite geschlossen, sind sie weg: Was bleiben soll, exportieren.',
  none: 'Noch kein Lauf ist zu seinem Urteil gekommen.',
  run: (number) => `Lauf ${number}`,
  steps: (steps) => `${formatCount(steps)} Schritte`,
  asShipped: 'wie mitgeliefert',
  again: 'Wieder zeigen',
  againHint: 'Öffnet seine Einstellungen und trainiert sie neu bis zu jenem Schritt',
  pin: 'Damit vergleichen',
  pinnedNow: 'Verglichen',
  export: 'Alle exportieren (JSON)',
  believes: (name, believed, earned) => `${name} glaubt an ${believed}, erzielt ${earned}`,
  earns: (name, earned) => `${name} erzielt ${earned}`,

  comparison: 'Vergleich',
  pinned: (number) => `Verglichen mit Lauf ${number}`,
  differ: (changes) =>
    changes.map(({ name, from, to }) => `${name} ${from || '–'} → ${to || '–'}`).join('; '),
  same: 'gleiche Einstellungen',
  maps: 'Wessen Karten gezeigt werden',
  now: 'Jetzt',
  turns: 'Abwechselnd',
  ofRun: (number) => `Lauf ${number}`,
  otherWorld: 'Seine Karten sind aus einer anderen Welt.',
  unpin: 'Vergleich beenden',
  beside: (number, arrival, account) => `Lauf ${number}: ${arrival}; ${account}`,
};
