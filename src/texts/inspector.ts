import { area } from './current';
import { inspector as english } from './en/inspector';

export const inspector = area('inspector', english);
