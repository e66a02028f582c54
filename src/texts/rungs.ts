import { area } from './current';
import { rungs as english } from './en/rungs';

export const rungs = area('rungs', english);
