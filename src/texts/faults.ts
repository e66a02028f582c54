import { area } from './current';
import { faults as english } from './en/faults';

export const faults = area('faults', english);
