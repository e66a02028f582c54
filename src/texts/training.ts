import { area } from './current';
import { training as english } from './en/training';

export const training = area('training', english);
