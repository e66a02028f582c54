import { area } from './current';
import { unreadable as english } from './en/unreadable';

export const unreadable = area('unreadable', english);
