import { area } from './current';
import { presenter as english } from './en/presenter';

export const presenter = area('presenter', english);
