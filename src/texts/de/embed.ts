import type { embed as english } from '../embed';

export const embed: ReturnType<typeof english> = {
  open: 'In Offgrid öffnen',
  opensWindow: '(öffnet ein neues Fenster)',
  tooSmall:
    'Diese Einbettung braucht {width} × {height} Pixel, und die Seite gibt ihr weniger. Ihren Rahmen vergrößern oder alles {open: in Offgrid öffnen}.',
  unknown: (names) => `In der Adresse steht „${names.join('“, „')}“; das kennt diese Seite nicht.`,
  returns: (walker, inData) => `der Wanderer erzielt ${walker}, das Beste in den Daten ${inData}`,
};
