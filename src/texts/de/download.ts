import type { download as english } from '../en/download';

export const download: typeof english = {
  button: (name) => `Herunterladen: ${name}`,
  dataset: 'Der Datensatz',
  allLearners: 'Alle Lernverfahren nebeneinander',
  losses: (term) => `Verlust: ${term}`,
};
