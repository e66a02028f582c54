import { area } from './current';
import { words as english } from './en/words';

export const words = area('words', english);
