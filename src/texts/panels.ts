import { area } from './current';
import { panels as english } from './en/panels';

export const panels = area('panels', english);
