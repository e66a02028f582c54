import { area } from './current';
import { returns as english } from './en/returns';

export const returns = area('returns', english);
