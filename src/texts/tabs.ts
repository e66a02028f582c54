import { area } from './current';
import { tabs as english } from './en/tabs';

export const tabs = area('tabs', english);
