import { area } from './current';
import { gallery as english } from './en/gallery';

export const gallery = area('gallery', english);
