import { area } from './current';
import { maps as english } from './en/maps';

export const maps = area('maps', english);
