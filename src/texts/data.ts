import { area } from './current';
import { data as english } from './en/data';

export const data = area('data', english);
