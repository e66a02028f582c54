import { area } from './current';

/** The tabs of the workbench, and the buttons on the page that open them where these say more. */
export const tabs = area('tabs', {
  world: 'World',
  editWorld: 'Edit world',
  behavior: 'Behaviour',
  play: 'Play',
  data: 'Data',
  inspectData: 'Inspect data',
  files: 'Files',
  importExport: 'Import, export',
  microscope: 'Microscope',
  oracle: 'Oracle',
});
