import { download } from './download';
import { numbers } from './numbers';
import { pictures } from './pictures';
import { share } from './share';
import { shell } from './shell';
import { words } from './words';

/** All areas in German. */
export const AREAS = { download, numbers, pictures, share, shell, words };
