import { area } from './current';
import { workbench as english } from './en/workbench';

export const workbench = area('workbench', english);
