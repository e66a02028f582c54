import { area } from './current';
import { formatCount } from './format';

/** The three columns of the page. */
export const panels = area('panels', {
  world: 'World & data',
  learners: 'Learners',
  evidence: 'Evidence',
  /** What is known of a tapped cell, on a phone. */
  sheet: 'The marked cell',
  closeSheet: 'Close what is known of the cell',
  dataset: 'The dataset',
  collected: (rows: number, episodes: number) =>
    `${formatCount(rows)} rows, ${formatCount(episodes)} episodes`,
  collecting: 'collecting …',
  shades: 'Stronger: taken more often. Blank: {em: never} tried.',
  ownMap: 'This map is your own.',
  backToMap: 'Back to the world’s map',
  pairs: {
    value: (seen: number, all: number) => `${formatCount(seen)} of ${formatCount(all)}`,
    words: 'pairs (s, a) in the data',
    help: 'State–action pairs that the dataset has tried at least once, of all that can be reached. Everything else is extrapolation.',
  },
  behavior: {
    words: 'the behaviour earns',
    help: 'Exact discounted return of the policy that collected the data, from the start.',
  },
  inSupport: {
    words: 'best in the data',
    help: 'Exact return of the best policy that takes only actions seen in the data: the fair ceiling for an offline method.',
  },
  optimal: {
    words: 'best possible',
    help: 'Exact optimal return from the start. Who believes in more believes in the impossible.',
  },
  mapsShow: 'Maps show',
  seed: 'Seed',
  seedAt: (place: number) => `Seed ${place}`,
  meanOfSeeds: 'Mean',
  shownSeed: 'Seed shown on the maps',
  /** After a learner's name. */
  shown: {
    seed: (place: number) => `seed ${place}`,
    mean: (seeds: number) => `mean of ${seeds} seeds`,
  },
  named: (label: string, shown: string) => `${label}, ${shown}`,
  diverged: (diverged: number, seeds: number) => {
    const who = seeds === 1 ? 'Its values' : `The values of ${diverged} of ${seeds} seeds`;
    return `${who} diverged: training stopped here, the others go on. Try a smaller learning rate.`;
  },
  loadingCharts: 'Loading the charts …',
});
