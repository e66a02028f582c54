import { area } from './current';
import { scenarios as english } from './en/scenarios';

export const scenarios = area('scenarios', english);
