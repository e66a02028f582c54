import { download } from './download';
import { numbers } from './numbers';
import { pictures } from './pictures';
import { share } from './share';
import { shell } from './shell';
import { tabs } from './tabs';
import { words } from './words';
import { workbench } from './workbench';
import { world } from './world';

/** All areas in German. */
export const AREAS = { download, numbers, pictures, share, shell, tabs, words, workbench, world };
