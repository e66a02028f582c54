import { area } from './current';
import { because as english } from './en/because';

export const because = area('because', english);
