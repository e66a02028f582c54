import { area } from './current';
import { download as english } from './en/download';

export const download = area('download', english);
