import { area } from './current';
import { formatMegabytes } from './format';

/** What is kept in the browser so that the page works without a network, and what a new version asks. */
export const offline = area('offline', {
  /** Numbers of bytes here and below. */
  works: (kept: number) => `Works without a network: ${formatMegabytes(kept)} kept`,
  coming: (kept: number, all: number) =>
    `Being kept for offline use: ${formatMegabytes(kept)} of ${formatMegabytes(all)}`,
  keep: 'Keep for offline use',
  keepSize: (all: number) => `Keep for offline use (${formatMegabytes(all)})`,
  full: (kept: number, all: number) =>
    `Kept for offline use: ${formatMegabytes(kept)} of ${formatMegabytes(all)}. The browser has no room for the rest.`,
  partly: (kept: number, all: number) =>
    `Kept for offline use: ${formatMegabytes(kept)} of ${formatMegabytes(all)}. The rest did not come.`,
  refused: 'Works with a network only: this browser did not keep the page.',
  again: 'Try again',
  ready: 'A new version of Offgrid is ready.',
  load: 'Load it now',
});
