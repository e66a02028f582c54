import { area } from './current';
import { dataNotes as english } from './en/dataNotes';

export const dataNotes = area('dataNotes', english);
