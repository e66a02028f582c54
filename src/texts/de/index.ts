import { article } from './article';
import { because } from './because';
import { behaviour } from './behaviour';
import { ceilings } from './ceilings';
import { charts } from './charts';
import { circumstances } from './circumstances';
import { controls } from './controls';
import { data } from './data';
import { dataNotes } from './dataNotes';
import { download } from './download';
import { drawer } from './drawer';
import { embed } from './embed';
import { engine } from './engine';
import { faults } from './faults';
import { figures } from './figures';
import { files } from './files';
import { formats } from './formats';
import { gallery } from './gallery';
import { grammars } from './grammars';
import { inspector } from './inspector';
import { learners } from './learners';
import { legend } from './legend';
import { lessons } from './lessons';
import { mapLabel } from './mapLabel';
import { maps } from './maps';
import { microscope } from './microscope';
import { notices } from './notices';
import { numbers } from './numbers';
import { panels } from './panels';
import { parts } from './parts';
import { pictures } from './pictures';
import { play } from './play';
import { presenter } from './presenter';
import { promises } from './promises';
import { reading } from './reading';
import { returns } from './returns';
import { rungs } from './rungs';
import { scenarios } from './scenarios';
import { session } from './session';
import { settings } from './settings';
import { share } from './share';
import { shell } from './shell';
import { source } from './source';
import { stacks } from './stacks';
import { stages } from './stages';
import { symbols } from './symbols';
import { tabs } from './tabs';
import { training } from './training';
import { unreadable } from './unreadable';
import { untranslated } from './untranslated';
import { verdict } from './verdict';
import { words } from './words';
import { workbench } from './workbench';
import { world } from './world';
import { worlds } from './worlds';

/** All areas in German. */
export const AREAS = {
  article,
  because,
  behaviour,
  ceilings,
  charts,
  circumstances,
  controls,
  data,
  dataNotes,
  download,
  drawer,
  embed,
  engine,
  faults,
  figures,
  files,
  formats,
  gallery,
  grammars,
  inspector,
  learners,
  legend,
  lessons,
  mapLabel,
  maps,
  microscope,
  notices,
  numbers,
  panels,
  parts,
  pictures,
  play,
  presenter,
  promises,
  reading,
  returns,
  rungs,
  scenarios,
  session,
  settings,
  share,
  shell,
  source,
  stacks,
  stages,
  symbols,
  tabs,
  training,
  unreadable,
  untranslated,
  verdict,
  words,
  workbench,
  world,
  worlds,
};
