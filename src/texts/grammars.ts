import { area } from './current';
import { grammars as english } from './en/grammars';

export const grammars = area('grammars', english);
