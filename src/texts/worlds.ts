import { area } from './current';
import { worlds as english } from './en/worlds';

export const worlds = area('worlds', english);
