import { area } from './current';

/** What a dataset is exported as, by format. */
export const formats = area('formats', {
  csv: {
    label: 'CSV',
    help: 'A table with a line a transition, for spreadsheets, R and pandas; it can be imported here again.',
  },
  json: {
    label: 'JSON',
    help: 'The same columns with the world they are of, so that it is imported again with its map.',
  },
  npz: {
    label: 'NumPy',
    help: 'Flat arrays under the names of D4RL and d3rlpy, with the world and the exact values; it can be imported here again.',
  },
  minari: {
    label: 'Minari',
    help: 'A zipped folder of HDF5 in the layout of Minari, with T + 1 observations an episode and the exact values.',
  },
  notebook: {
    label: 'Notebook (open in Python)',
    help: 'A Jupyter notebook with the dataset in it, the world as a Gymnasium environment, its exact values, and these learners for d3rlpy and in PyTorch.',
  },
});
