import { area } from './current';
import { formatCount } from './format';

/** What stands in the place of a part of the page that has not come, or has failed. */
export const parts = area('parts', {
  waiting: 'Loading …',
  missing:
    'This part of the page did not come: the connection may be gone. What is under way goes on.',
  stillMissing: 'Loading the page again may help; nothing is lost by it.',
  newVersion: 'A new version of Offgrid has been published since this page was opened.',
  /** `why` is what the browser says. */
  broken: (why: string) => `This part of the page has failed (${why}). The rest goes on.`,
  again: 'Try again',
  close: 'Close',
  reload: (step: number) =>
    step > 0 ? `Load it again and go on from step ${formatCount(step)}` : 'Load the page again',
  /** `why` is what the browser says. */
  pageBroken: (why: string) =>
    `Offgrid has come upon an error (${why}). The address holds all your settings: loading the page again brings them back.`,
  reloadPage: 'Load the page again',
  /** At the very start; `why` is what the browser says. */
  notStarted: (why: string) =>
    `Offgrid could not start (${why}). Load the page again; if that does not help, try another browser.`,
});
