import { numbers } from './numbers';
import { shell } from './shell';
import { words } from './words';

/** All areas in German. */
export const AREAS = { numbers, shell, words };
