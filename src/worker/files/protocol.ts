import type { Coverage } from '../../data/dataset';
import type { ExportFormat } from '../../data/export/formats';
import type { GivenData } from '../../data/given';
import type { Reading } from '../../data/import/readings/reading';
import type { FileFormat, ImportReport, NamedAlternative } from '../../data/import/types';
import type { ProblemView, Settings } from '../../experiment/types';
import type { World } from '../../mdp/types';

/** What an export is made of: what the page shows, and the settings behind it. */
export interface ExportSource {
  readonly problem: ProblemView;
  readonly settings: Settings;
}

/** A file to be saved. */
export interface ExportedFile {
  /** With its ending. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the rows of a file that fit a world amount to. */
export interface FilePreview {
  readonly data: GivenData;
  readonly episodes: number;
  /** `[states × 4]` N(s,a). */
  readonly counts: Int32Array;
  readonly coverage: Coverage;
  /** Exact returns: of the best policy within these rows, and of the best possible. */
  readonly inSupport: number;
  readonly optimal: number;
}

/** A file held against one world. */
export interface FileOffer {
  readonly world: World;
  readonly report: ImportReport;
  /** How the numbers of the file were read, and how they could be read as well. */
  readonly reading: Reading;
  readonly alternatives: readonly NamedAlternative[];
  /** Null where no row fits. */
  readonly preview: FilePreview | null;
}

/** What is in a file; nothing of it has been applied. */
export interface FileRead {
  /** Null where the file is of no kind that can be read. */
  readonly format: FileFormat | null;
  /** Under the present world. */
  readonly here: FileOffer;
  /** Under the world that the file states, where it states another, and how that differs. */
  readonly other: (FileOffer & { readonly differences: readonly string[] }) | null;
}

/** Page to a worker that reads or writes one file; it is ended to cancel the job. */
export type FilesCommand =
  /** Reads a file against a world. */
  | {
      readonly type: 'import';
      readonly file: File;
      readonly world: World;
      /** Keeps rows with rewards that the world does not pay. */
      readonly acceptRewards: boolean;
      /** How the numbers of the file are to be read; found out where this is left out. */
      readonly reading?: Reading;
    }
  | { readonly type: 'export'; readonly format: ExportFormat; readonly source: ExportSource };

/** That worker to the page. The job ends with exactly one report other than `progress`. */
export type FilesReport =
  /** Share of the work done, in [0, 1]. */
  | { readonly type: 'progress'; readonly share: number }
  /** Also of files that cannot be read: the report in it says why. */
  | { readonly type: 'imported'; readonly read: FileRead }
  | { readonly type: 'exported'; readonly file: ExportedFile }
  /** A sentence: what happened and what to do. */
  | { readonly type: 'failed'; readonly message: string };
