import { area } from './current';
import { settings as english } from './en/settings';

export const settings = area('settings', english);
