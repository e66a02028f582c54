import { area } from './current';
import { shell as english } from './en/shell';

export const shell = area('shell', english);
