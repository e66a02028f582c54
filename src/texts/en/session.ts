import { formatCount } from '../format';

/** What happens around a run: workers, the shelf of datasets, scripts. */
export const session = {
  /** Why a worker died, where the browser does not say. */
  notStarted: 'it could not be started',
  messageUnread: 'a message could not be read',
  crashed: (why: string) =>
    `The worker that trains has crashed (${why}). A new one was started with your settings, at step 0.`,
  crashesAgain: (why: string) =>
    `The worker that trains crashes again and again (${why}). Reload the page; if that does not help, try another browser.`,

  /** Thrown to scripts that use `window.offgrid`. */
  scripts: {
    steps: (given: string) => `run(${given}): the number of steps is a whole number from 1 up.`,
    replaced: (until: number) => `The run was replaced by another before it came to step ${until}.`,
    paused: (step: number, until: number) =>
      `The run was paused at step ${step}, before step ${until}.`,
    notSettings: 'offgrid.set wants an object of settings by key, such as { "cql.alpha": 0.5 }.',
  },

  /** Names of datasets are quoted already. */
  madeRoom: (gone: string, rows: number, kept: string) =>
    `The dataset ${gone} (${formatCount(rows)} rows) is no longer kept, to make room for ${kept}.`,
  notKept: (name: string) =>
    `This browser keeps nothing between visits: the dataset ${name} is here only until the page is closed. Keep its file.`,
};
