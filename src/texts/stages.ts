import { area } from './current';
import { stages as english } from './en/stages';

export const stages = area('stages', english);
