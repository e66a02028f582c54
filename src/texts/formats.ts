import { area } from './current';
import { formats as english } from './en/formats';

export const formats = area('formats', english);
