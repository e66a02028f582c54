import { area } from './current';
import { promises as english } from './en/promises';

export const promises = area('promises', english);
