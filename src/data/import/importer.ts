import { buildMdp } from '../../mdp/mdp';
import type { Mdp, World } from '../../mdp/types';
import { unreadable } from '../../texts/unreadable';
import { freeze } from '../dataset';
import { arrange } from './arrange';
import { checkRows } from './check';
import { readCsv } from './csv';
import { decoded } from './decoded';
import { settleEpisodes } from './episodes';
import { type Faults, Findings, UnreadableFile, type Warnings } from './faults';
import { type Hdf5Content, readHdf5 } from './hdf5';
import { readJson } from './json';
import { asideNotes } from './names';
import { readNpz, readSingle } from './npz';
import { chooseReading } from './readings/choose';
import { OURS, type Reading } from './readings/reading';
import { nameOfReading } from './readings/say';
import { translate } from './readings/translate';
import { reportOf } from './report';
import { part, type Sliced } from './sliced';
import type { Table } from './table';
import { inTrustedOrder } from './trust';
import {
  FILE_LIMIT,
  type FileFormat,
  type ImportOffer,
  type ImportResult,
  type ReadFile,
} from './types';
import { readWorld, worldDifferences } from './world';

/** A file, and the world that its rows are held against. */
export interface ImportRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly world: World;
  /** Keeps rows with rewards that the world does not pay (noise was added, say); off by default. */
  readonly acceptRewards?: boolean;
  /** How the numbers of the file are to be read; found out where this is left out. */
  readonly reading?: Reading;
  /** What was taken out of the file where it is, or holds, an HDF5 file. */
  readonly hdf5?: Hdf5Content;
}

/** Shares of the work, for the progress. */
const READING = 0.6;

/**
 * Reads a dataset from a file and holds it against a world, in slices. The kind of the file is told by
 * its content, not by its name; its conventions by how well and how likely the rows fit the world under
 * each. Whatever the file is, the result is a report; where it has rows that fit, they are offered, as
 * transitions that `freeze` takes. Where the file states another world, the same rows are held against
 * that one too. Nothing is applied.
 *
 * Throws WorldError where the present world is none.
 */
export function* importDataset(request: ImportRequest): Sliced<ImportResult> {
  const { name, bytes, world } = request;
  const mdp = buildMdp(world);
  const faults: Faults = new Findings();
  let format: FileFormat | null = null;
  try {
    format = request.hdf5 ? 'hdf5' : formatOf(bytes);
    const file = yield* part(0, READING, readAs(format, request, faults));
    const { table, aside } = arrange(file.table);
    const read = { ...file, notes: [...file.notes, ...asideNotes(aside)] };
    const stated = file.statedWorld === undefined ? null : readWorld(file.statedWorld, world);
    const differences = stated?.world ? worldDifferences(stated.world, world) : [];
    const notes = [...read.notes, ...(stated?.fault ? [stated.fault] : [])];
    const share = differences.length > 0 ? (1 - READING) / 2 : 1 - READING;
    const offer = yield* part(
      READING,
      share,
      offerOf({
        file: { ...read, notes },
        table,
        mdp,
        faults: faults.copy(),
        request,
        present: true,
      }),
    );
    if (!stated?.world || differences.length === 0) return { name, format, offer, other: null };
    const theirs = buildMdp(stated.world);
    const other = yield* part(
      READING + share,
      share,
      offerOf({ file: read, table, mdp: theirs, faults: faults.copy(), request, present: false }),
    );
    return { name, format, offer, other: { world: stated.world, differences, offer: other } };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { name, format, offer: nothing(error.message), other: null };
  }
}

interface Held {
  readonly file: ReadFile;
  /** Under the file's own conventions. */
  readonly table: Table;
  readonly mdp: Mdp;
  readonly faults: Faults;
  readonly request: ImportRequest;
  readonly present: boolean;
}

function* offerOf({ file, table, mdp, faults, request, present }: Held): Sliced<ImportOffer> {
  const warnings: Warnings = new Findings();
  const { reading: given, acceptRewards = false } = request;
  const choice = chooseReading(table, mdp, { ours: file.ours, ...(given ? { given } : {}) });
  yield 0.3;
  const ours = inTrustedOrder(translate(table, mdp, choice.reading), mdp);
  const rows = yield* part(0.3, 0.7, checkRows(ours, mdp, faults, warnings, { acceptRewards }));
  const settled = settleEpisodes(ours, mdp, rows, warnings);
  const kept = settled.transitions.size > 0 ? freeze(mdp, settled.transitions) : null;
  const hash = kept?.hash ?? null;
  const report = reportOf({
    file,
    table: ours,
    choice,
    rows,
    settled,
    faults,
    warnings,
    hash,
    present,
  });
  return {
    report,
    transitions: kept,
    hash,
    behaviorKnown: settled.behavior === 'all' || settled.behavior === 'most',
    reading: choice.reading,
    alternatives: choice.alternatives.map((alternative) => ({
      ...alternative,
      name: nameOfReading(alternative.reading, table),
    })),
  };
}

/** The result of a file of which nothing can be read, and why. */
export function refused(name: string, message: string): ImportResult {
  return { name, format: null, offer: nothing(message), other: null };
}

function nothing(message: string): ImportOffer {
  return {
    report: {
      summary: unreadable().summary(message),
      rows: 0,
      good: 0,
      offered: 0,
      faults: [{ kind: 'file', row: null, line: null, field: null, value: null, message }],
      faultCounts: { file: 1 },
      warnings: [],
      warningCounts: {},
      readings: [],
      question: null,
      notes: [],
    },
    transitions: null,
    hash: null,
    behaviorKnown: false,
    reading: OURS,
    alternatives: [],
  };
}

function readAs(
  format: FileFormat,
  { bytes, hdf5 }: ImportRequest,
  faults: Faults,
): Sliced<ReadFile> {
  if (hdf5) return readHdf5(hdf5, faults);
  // Only its content, which the library has to take out, says more of such a file.
  if (format === 'hdf5') throw new UnreadableFile(unreadable().hdf5Nothing);
  if (format === 'npz') return readNpz(bytes, faults);
  if (format === 'npy') return readSingle(bytes, faults);
  const text = decoded(bytes);
  return format === 'json' ? readJson(text, faults) : readCsv(text, faults);
}

/** Beginnings of files that people take for datasets, and what they are. */
const OTHERS = [
  [[0x1f, 0x8b], 'gzip'],
  [[0x80, 0x02], 'pickle'],
  [[0x80, 0x03], 'pickle'],
  [[0x80, 0x04], 'pickle'],
  [[0x80, 0x05], 'pickle'],
  [[0x50, 0x41, 0x52, 0x31], 'parquet'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
] as const;
const TEXT_LOOKED_AT = 1 << 16;

function formatOf(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) throw new UnreadableFile(unreadable().empty);
  if (bytes.length > FILE_LIMIT) {
    const [size, limit] = [bytes.length, FILE_LIMIT].map((n) => Math.ceil(n / 2 ** 20));
    throw new UnreadableFile(unreadable().tooLarge(size, limit));
  }
  const begins = (start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (begins([0x50, 0x4b, 3, 4]) || begins([0x50, 0x4b, 5, 6])) return 'npz';
  if (begins([0x89, 0x48, 0x44, 0x46])) return 'hdf5';
  if (begins([0x93, 0x4e, 0x55, 0x4d])) return 'npy';
  const other = OTHERS.find(([start]) => begins(start));
  if (other) throw new UnreadableFile(unreadable()[other[1]]);
  const wide = begins([0xff, 0xfe]) || begins([0xfe, 0xff]);
  const head = bytes.subarray(0, TEXT_LOOKED_AT);
  if (!wide && head.includes(0)) {
    throw new UnreadableFile(unreadable().unknown);
  }
  const first = head.find(
    (byte, i) => byte > 32 && !(i < 3 && [0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte)),
  );
  if (first === undefined) throw new UnreadableFile(unreadable().empty);
  return first === 0x7b || first === 0x5b ? 'json' : 'csv';
}
