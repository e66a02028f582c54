import { area } from './current';
import { untranslated as english } from './en/untranslated';

export const untranslated = area('untranslated', english);
