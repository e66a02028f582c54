import { area } from './current';
import { symbols as english } from './en/symbols';

export const symbols = area('symbols', english);
