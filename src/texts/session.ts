import { area } from './current';
import { formatCount } from './format';

/** What happens around a run: workers, the shelf of datasets, scripts. */
export const session = area('session', {
  /** Why a worker died, where the browser does not say. */
  notStarted: 'it could not be started',
  messageUnread: 'a message could not be read',
  fellSilent: 'it no longer answers',
  stuck: 'it no longer gets anywhere',
  notArrived: 'its code has not come',
  /** `step` is where the run was. */
  lost: (why: string, step: number) =>
    step > 0
      ? `The worker that trains was lost (${why}). A new one has your settings and trains again up to step ${formatCount(step)}.`
      : `The worker that trains was lost (${why}). A new one has taken its place, with your settings.`,
  lostAgain: (why: string) =>
    `The worker that trains was lost again and again (${why}). Reset tries once more; if that does not help, reload the page or try another browser.`,

  /** Thrown to scripts that use `window.offgrid`. */
  scripts: {
    steps: (given: string) => `run(${given}): the number of steps is a whole number from 1 up.`,
    replaced: (until: number) => `The run was replaced by another before it came to step ${until}.`,
    paused: (step: number, until: number) =>
      `The run was paused at step ${step}, before step ${until}.`,
    moment: (given: string) => `seek(${given}): a moment is a step from 0 up, or 'now'.`,
    nothingKept: 'Nothing has been measured yet: there is no moment to show.',
    notOnline:
      'offgrid.online wants null, or an object such as { "learners": ["dqn"], "steps": 1, "epsilon": 0.1, "share": 0.5 }.',
    notSettings: 'offgrid.set wants an object of settings by key, such as { "cql.alpha": 0.5 }.',
  },

  /** Why not every measured moment can be shown again. */
  keptSeed: (seed: number) =>
    `The memory for past moments is full: of earlier ones only seed ${seed} is kept, which the maps show.`,
  keptFewer: (spacing: number) =>
    `The memory for past moments is full: only about every ${formatCount(spacing)} steps one is kept.`,

  /** Names of datasets are quoted already. */
  madeRoom: (gone: string, rows: number, kept: string) =>
    `The dataset ${gone} (${formatCount(rows)} rows) is no longer kept, to make room for ${kept}.`,
  notKept: (name: string) =>
    `This browser keeps nothing between visits: the dataset ${name} is here only until the page is closed. Keep its file.`,
});
