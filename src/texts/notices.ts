import { area } from './current';
import { notices as english } from './en/notices';

export const notices = area('notices', english);
