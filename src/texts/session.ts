import { area } from './current';
import { session as english } from './en/session';

export const session = area('session', english);
