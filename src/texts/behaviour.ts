import { area } from './current';
import { behaviour as english } from './en/behaviour';

export const behaviour = area('behaviour', english);
