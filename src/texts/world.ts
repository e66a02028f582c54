import { area } from './current';
import { world as english } from './en/world';

export const world = area('world', english);
