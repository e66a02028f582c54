import { holdPromises } from './testing/promised';

holdPromises(0, 2);
