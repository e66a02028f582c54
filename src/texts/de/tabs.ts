import type { tabs as english } from '../en/tabs';

export const tabs: typeof english = {
  world: 'Welt',
  editWorld: 'Welt bearbeiten',
  behaviour: 'Verhalten',
  play: 'Spielen',
  data: 'Daten',
  inspectData: 'Daten ansehen',
  files: 'Dateien',
  importExport: 'Import, Export',
  microscope: 'Mikroskop',
};
