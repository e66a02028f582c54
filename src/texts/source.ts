import { area } from './current';
import { source as english } from './en/source';

export const source = area('source', english);
