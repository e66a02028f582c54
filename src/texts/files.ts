import { area } from './current';
import { files as english } from './en/files';

export const files = area('files', english);
