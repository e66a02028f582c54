import type { controls as english } from '../controls';

export const controls: ReturnType<typeof english> = {
  scopes: {
    view: 'Ändert keine Zahl.',
    live: 'Wirkt sofort, auch während des Trainings.',
    train: 'Lässt die Lernverfahren neu beginnen.',
    data: 'Sammelt einen neuen Datensatz und lässt die Lernverfahren neu beginnen.',
    world: 'Baut die Welt neu, mit neuen Daten und neuen Lernverfahren.',
  },
  help: (label) => `${label}: Hilfe`,
  value: (label) => `${label}, Wert`,
  auto: 'auto',
  fixed: 'fest',
  autoOrFixed: (label) => `${label}: automatisch oder fest`,
  owned: (owner, label) => `${owner}: ${label}`,
};
