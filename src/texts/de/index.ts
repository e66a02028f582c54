import { numbers } from './numbers';
import { shell } from './shell';

/** All areas in German. */
export const AREAS = { numbers, shell };
