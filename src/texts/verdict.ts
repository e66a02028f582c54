import { area } from './current';
import { verdict as english } from './en/verdict';

export const verdict = area('verdict', english);
