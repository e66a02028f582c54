import { area } from './current';
import { microscope as english } from './en/microscope';

export const microscope = area('microscope', english);
