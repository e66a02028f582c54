import { formats } from '../../texts/formats';
import { spoken } from '../../texts/spoken';

/** A kind of file that a dataset is written to. */
interface FormatDescription {
  readonly id: ExportFormat;
  readonly label: string;
  /** What its files end in, after the dot; no two formats share one. */
  readonly ending: string;
  /** One sentence: what is in it and who wants it. */
  readonly help: string;
}

const FORMATS = [
  {
    id: 'csv',
    ending: 'csv',
  },
  {
    id: 'json',
    ending: 'json',
  },
  {
    id: 'npz',
    ending: 'npz',
  },
  {
    id: 'minari',
    ending: 'zip',
  },
  {
    id: 'notebook',
    ending: 'ipynb',
  },
] as const;

export type ExportFormat = (typeof FORMATS)[number]['id'];

/** Everything a dataset can be taken home as, in the order in which it is offered. */
export const EXPORT_FORMATS: readonly FormatDescription[] = FORMATS.map((format) =>
  spoken({ ...format }, ['label', 'help'], () => formats()[format.id]),
);

/** The format of a file by what its name ends in; undefined where no format ends so. */
export function formatOf(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find(({ ending }) => name.toLowerCase().endsWith(`.${ending}`))?.id;
}
