import { area } from './current';
import { parts as english } from './en/parts';

export const parts = area('parts', english);
