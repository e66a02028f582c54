import { behaviour } from './behaviour';
import { download } from './download';
import { embed } from './embed';
import { learners } from './learners';
import { lessons } from './lessons';
import { numbers } from './numbers';
import { pictures } from './pictures';
import { play } from './play';
import { presenter } from './presenter';
import { returns } from './returns';
import { scenarios } from './scenarios';
import { settings } from './settings';
import { share } from './share';
import { shell } from './shell';
import { tabs } from './tabs';
import { training } from './training';
import { untranslated } from './untranslated';
import { verdict } from './verdict';
import { words } from './words';
import { workbench } from './workbench';
import { world } from './world';
import { worlds } from './worlds';

/** All areas in German. */
export const AREAS = {
  behaviour,
  download,
  embed,
  learners,
  lessons,
  numbers,
  pictures,
  play,
  presenter,
  returns,
  scenarios,
  settings,
  share,
  shell,
  tabs,
  training,
  untranslated,
  verdict,
  words,
  workbench,
  world,
  worlds,
};
