import { download } from './download';
import { embed } from './embed';
import { lessons } from './lessons';
import { numbers } from './numbers';
import { pictures } from './pictures';
import { presenter } from './presenter';
import { returns } from './returns';
import { share } from './share';
import { shell } from './shell';
import { tabs } from './tabs';
import { training } from './training';
import { untranslated } from './untranslated';
import { verdict } from './verdict';
import { words } from './words';
import { workbench } from './workbench';
import { world } from './world';

/** All areas in German. */
export const AREAS = {
  download,
  embed,
  lessons,
  numbers,
  pictures,
  presenter,
  returns,
  share,
  shell,
  tabs,
  training,
  untranslated,
  verdict,
  words,
  workbench,
  world,
};
