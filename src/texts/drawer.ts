import { area } from './current';
import { drawer as english } from './en/drawer';

export const drawer = area('drawer', english);
