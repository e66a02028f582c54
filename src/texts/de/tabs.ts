import type { tabs as english } from '../tabs';

export const tabs: ReturnType<typeof english> = {
  world: 'Welt',
  editWorld: 'Welt bearbeiten',
  behavior: 'Verhalten',
  play: 'Spielen',
  data: 'Daten',
  inspectData: 'Daten ansehen',
  files: 'Dateien',
  importExport: 'Import, Export',
  microscope: 'Mikroskop',
  oracle: 'Orakel',
};
