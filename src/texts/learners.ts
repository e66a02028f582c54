import { area } from './current';
import { learners as english } from './en/learners';

export const learners = area('learners', english);
