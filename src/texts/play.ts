import { area } from './current';
import { play as english } from './en/play';

export const play = area('play', english);
