import { download } from './download';
import { numbers } from './numbers';
import { pictures } from './pictures';
import { shell } from './shell';
import { words } from './words';

/** All areas in German. */
export const AREAS = { download, numbers, pictures, shell, words };
