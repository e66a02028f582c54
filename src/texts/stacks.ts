import { area } from './current';
import { stacks as english } from './en/stacks';

export const stacks = area('stacks', english);
