/** A kind of file that a dataset is written to. */
interface FormatDescription {
  readonly id: string;
  readonly label: string;
  /** What its files end in, after the dot; no two formats share one. */
  readonly ending: string;
  /** One sentence: what is in it and who wants it. */
  readonly help: string;
}

/** Everything a dataset can be taken home as, in the order in which it is offered. */
export const EXPORT_FORMATS = [
  {
    id: 'csv',
    label: 'CSV',
    ending: 'csv',
    help: 'A table with a line a transition, for spreadsheets, R and pandas; it can be imported here again.',
  },
  {
    id: 'json',
    label: 'JSON',
    ending: 'json',
    help: 'The same columns with the world they are of, so that it is imported again with its map.',
  },
  {
    id: 'npz',
    label: 'NumPy',
    ending: 'npz',
    help: 'Flat arrays under the names of D4RL and d3rlpy, with the world and the exact values; it can be imported here again.',
  },
  {
    id: 'minari',
    label: 'Minari',
    ending: 'zip',
    help: 'A zipped folder of HDF5 in the layout of Minari, with T + 1 observations an episode and the exact values.',
  },
  {
    id: 'notebook',
    label: 'Notebook (open in Python)',
    ending: 'ipynb',
    help: 'A Jupyter notebook with the dataset in it, the world as a Gymnasium environment, its exact values, and these learners for d3rlpy and in PyTorch.',
  },
] as const satisfies readonly FormatDescription[];

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

/** The format of a file by what its name ends in; undefined where no format ends so. */
export function formatOf(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find(({ ending }) => name.toLowerCase().endsWith(`.${ending}`))?.id;
}
