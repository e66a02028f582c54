/** A kind of file that a dataset is written to. */
interface FormatDescription {
  readonly id: string;
  readonly label: string;
  /** One sentence: what is in it and who wants it. */
  readonly help: string;
}

/** Everything a dataset can be taken home as, in the order in which it is offered. */
export const EXPORT_FORMATS = [
  {
    id: 'csv',
    label: 'CSV',
    help: 'A table with a line a transition, for spreadsheets, R and pandas; it can be imported here again.',
  },
  {
    id: 'json',
    label: 'JSON',
    help: 'The same columns with the world they are of, so that it is imported again with its map.',
  },
] as const satisfies readonly FormatDescription[];

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];
