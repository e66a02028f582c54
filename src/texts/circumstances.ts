import { area } from './current';
import { circumstances as english } from './en/circumstances';

export const circumstances = area('circumstances', english);
