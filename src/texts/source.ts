import { area } from './current';

/** Whose rows the data are, where they are not collected. */
export const source = area('source', {
  title: 'Where the data come from',
  back: 'Back to collected data',
  missing:
    'This link names the dataset {hash}, which is not in this browser. Open its file to see it; until then the rows are collected by the behaviour.',
  reading: (file: string) => `Reading ${file}`,
  open: 'Open its file …',
  misfit:
    'The dataset {label} is of another map. Until it has that map, the rows are collected by the behaviour.',
  useMap: 'Use its map',
  /** `origin` is a sentence's part from the file; «known» of π_β, the behaviour. */
  given: (known: boolean) =>
    `The rows are those of {label} ({origin}). π_β is ${
      known ? 'what the file states' : 'their empirical distribution, N(s,a)/N(s)'
    }. The behaviour, the number of transitions and the data seed below change nothing meanwhile.`,
});
