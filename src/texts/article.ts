import { area } from './current';
import { article as english } from './en/article';

export const article = area('article', english);
