import { area } from './current';
import { legend as english } from './en/legend';

export const legend = area('legend', english);
