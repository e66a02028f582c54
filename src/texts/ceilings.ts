import { area } from './current';
import { ceilings as english } from './en/ceilings';

export const ceilings = area('ceilings', english);
