import { area } from './current';
import { share as english } from './en/share';

export const share = area('share', english);
