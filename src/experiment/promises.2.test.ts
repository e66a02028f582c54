import { holdPromises } from './testing/promised';

holdPromises(1, 2);
