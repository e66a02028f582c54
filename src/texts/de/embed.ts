import type { embed as english } from '../en/embed';
import { formatCount, plural } from '../format';

export const embed: typeof english = {
  open: 'In Offgrid öffnen',
  opensWindow: '(öffnet ein neues Fenster)',
  tooSmall:
    'Diese Einbettung braucht {width} × {height} Pixel, und die Seite gibt ihr weniger. Ihren Rahmen vergrössern oder alles {open: in Offgrid öffnen}.',
  unknown: (names) =>
    `Die Adresse verlangt «${names.join('», «')}», und das hat diese Seite nicht.`,
  training: 'Training',
  verdict: 'Ergebnis',
  run: 'Starten',
  runOn: 'Weiter',
  pause: 'Anhalten',
  step: 'Schritt',
  reset: 'Zurücksetzen',
  stepCount: '{step} von {steps} Schritten',
  notTrained: 'noch nicht trainiert',
  dataset: 'Der Datensatz',
  rows: (rows, episodes) =>
    `${formatCount(rows)} ${plural(rows, { one: 'Zeile', other: 'Zeilen' })}, ${formatCount(episodes)} ${plural(episodes, { one: 'Episode', other: 'Episoden' })}`,
  returns: (walker, inData) => `der Wanderer erzielt ${walker}, das Beste in den Daten ${inData}`,
};
