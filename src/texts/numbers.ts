import { area } from './current';
import { numbers as english } from './en/numbers';

export const numbers = area('numbers', english);
