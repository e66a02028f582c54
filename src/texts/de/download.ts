import type { download as english } from '../download';

export const download: ReturnType<typeof english> = {
  button: (name) => `Herunterladen: ${name}`,
  dataset: 'Der Datensatz',
  allLearners: 'Alle Lernverfahren nebeneinander',
  losses: (term) => `Verlust: ${term}`,
};
