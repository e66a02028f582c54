import { area } from './current';
import { mapLabel as english } from './en/mapLabel';

export const mapLabel = area('mapLabel', english);
