import { area } from './current';
import { engine as english } from './en/engine';

export const engine = area('engine', english);
