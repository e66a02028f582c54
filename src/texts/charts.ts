import { area } from './current';
import { charts as english } from './en/charts';

export const charts = area('charts', english);
