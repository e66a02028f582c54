import { area } from './current';
import { lessons as english } from './en/lessons';

export const lessons = area('lessons', english);
