import { area } from './current';
import { pictures as english } from './en/pictures';

export const pictures = area('pictures', english);
