import { area } from './current';
import { embed as english } from './en/embed';

export const embed = area('embed', english);
