import { area } from './current';
import { formatCount } from './format';

/** Why nothing of a file can be read. Names of columns and arrays are quoted already. */
export const unreadable = area('unreadable', {
  /** `why` is one of all others. */
  summary: (why: string) => `The file cannot be imported. ${why}`,
  empty: 'The file is empty.',
  tooLarge: (size: number, most: number) =>
    `It has ${size}\u00a0MB; files of at most ${most}\u00a0MB are read.`,
  /** `size` and `most` in MB. */
  fileTooLarge: (name: string, size: number, most: number) =>
    `${name} has ${formatCount(size)}\u00a0MB; files of at most ${most}\u00a0MB are read. Nothing was imported.`,
  fileLost: (name: string) =>
    `${name} could not be read. Is it still there, and not changed since?`,
  hdf5Nothing:
    'The HDF5 file holds no actions beside states and rewards, so it is no dataset that is known here (D4RL, Minari, robomimic).',
  /** `reason` is the library's, in English. */
  hdf5Damaged: (reason: string) => `The HDF5 file cannot be read: ${reason}`,
  hdf5Large: (name: string) => `The array ${name} of the HDF5 file is too large to be read here.`,
  npy: 'It is a single array (.npy) without named fields; save all columns together: np.savez("data.npz", observations=…, actions=…, rewards=…).',
  npyObjects:
    'It holds objects of Python (.npy), which are never read, since reading them runs what is in them. The line that saves a dictionary of arrays rightly, after import numpy as np: np.savez("data.npz", **np.load("file.npy", allow_pickle=True).item()) .',
  gzip: 'It is compressed by gzip; unpack it first.',
  pickle:
    'It is a pickle of Python, which is never read, since reading one runs what is in it. In Python: import pickle, numpy as np; d = pickle.load(open("file.pkl", "rb")); np.savez("data.npz", **d) for a dict of arrays, d.to_csv("data.csv") for a table of pandas.',
  parquet: 'It is a Parquet file; save the table as CSV.',
  pdf: 'It is a PDF document.',
  picture: 'It is a picture.',
  unknown:
    'It is not a text, an archive of arrays or any other kind that is read here: CSV, JSON, .npz, HDF5.',

  noColumns:
    'The first line names no column that is known here. It must name the columns, for instance “state,action,reward,nextState”.',
  /** `found` are the names that the file has, '' for none. */
  missing: (
    missing: { readonly state: boolean; readonly action: boolean; readonly reward: boolean },
    found: string,
    inHeader: boolean,
  ) => {
    const list = [
      ...(missing.state ? ['the state (or row and col)'] : []),
      ...(missing.action ? ['the action'] : []),
      ...(missing.reward ? ['the reward'] : []),
    ];
    const names = found === '' ? '' : inHeader ? `It names ${found}.` : `It has ${found}.`;
    return `The file has no column for ${list.join(' and ')}. ${names} A dataset needs state (or row and col), action and reward.`;
  },
  fieldOfWidth: (name: string, width: number, field: string) =>
    `${name} has ${width} numbers a row, and that means nothing for the field ${field}.`,

  tooDeep: 'The file is no dataset: its lists are nested too deeply.',
  /** `reason` is the browser's, in English. */
  notJson: (reason: string) => `The file is not valid JSON: ${reason}.`,
  noNames:
    'The rows are lists without names, so nothing says what stands where. Save them with names; in pandas: df.to_json("data.json", orient="records").',
  noShape: 'The file is no dataset: it holds neither columns nor a list of rows.',
  otherVersion: (version: string | undefined) =>
    `The file is of version ${version} of the dataset format; only version 1 can be read.`,
  columnLengths: (one: string, rows: number, other: string, otherRows: number) =>
    `The columns are not of one length: ${one} has ${rows} rows, ${other} ${otherRows}.`,

  spreadsheet: 'The file is a spreadsheet or document; save the table as CSV and import that.',
  noArrays: 'The archive holds no arrays of numpy (.npy), so it is no .npz file.',
  axes: (name: string, axes: number) =>
    `The array ${name} has ${axes} axes; a column of a dataset has one, or two.`,
  arrayCut: (name: string, promised: number, there: number) =>
    `The array ${name} is cut short: its header promises ${formatCount(promised)} bytes, ${formatCount(there)} are there.`,
  notArray: (name: string) => `${name} is no array of numpy.`,
  headerCut: (name: string) => `The array ${name} is cut short.`,
  header: (name: string) => `The header of the array ${name} cannot be read.`,
  objects: (name: string) =>
    `The array ${name} holds objects of Python, which are never read, since reading them runs what is in them. The line of Python that saves plain arrays, after import numpy as np: np.savez("plain.npz", **{k: np.concatenate([np.atleast_1d(x) for x in v]) if v.dtype == object else v for k, v in np.load("file.npz", allow_pickle=True).items()}) .`,
  notNumbers: (name: string) =>
    `The array ${name} holds no plain numbers; save it as integers or floating-point numbers of 8 to 64 bits.`,

  directoryMissing: 'The archive is damaged or cut short: its directory is missing.',
  directory: 'The archive is damaged or cut short: its directory cannot be read.',
  checksum: (name: string) => `The archive is damaged or cut short: ${name} fails its checksum.`,
  misplaced: (name: string) =>
    `The archive is damaged or cut short: ${name} is not where the directory says.`,
  incomplete: (name: string) => `The archive is damaged or cut short: ${name} is incomplete.`,
  packed: (name: string) => `The archive is damaged or cut short: ${name} cannot be unpacked.`,
  tooMuch: (name: string, size: number, most: number) =>
    `${name} would be ${formatCount(size)}\u00a0MB when unpacked; at most ${formatCount(most)}\u00a0MB in all are read.`,
  encrypted: (name: string) => `${name} is encrypted; save the arrays without a password.`,
  method: (name: string) =>
    `${name} is packed by a method that is not read here; use numpy.savez or numpy.savez_compressed.`,
  larger: (name: string) => `${name} is larger than any file that is read here.`,
});
