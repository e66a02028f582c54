import type { Settings } from '../types';

/** The hash of the given dataset that complete settings ask for; null where they collect. */
export function neededData(settings: Settings): string | null {
  return settings['data.source'] === 'file' ? settings['data.file'] : null;
}
