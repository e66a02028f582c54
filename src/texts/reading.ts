import { area } from './current';
import { reading as english } from './en/reading';

export const reading = area('reading', english);
