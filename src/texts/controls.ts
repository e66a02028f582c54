import { area } from './current';
import { controls as english } from './en/controls';

export const controls = area('controls', english);
