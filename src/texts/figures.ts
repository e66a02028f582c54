import { area } from './current';
import { figures as english } from './en/figures';

export const figures = area('figures', english);
