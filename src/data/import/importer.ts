import { strFromU8 } from 'fflate';
import { buildMdp } from '../../mdp/mdp';
import type { World } from '../../mdp/types';
import { unreadable } from '../../texts/unreadable';
import { freeze } from '../dataset';
import { type CheckOptions, checkRows } from './check';
import { readCsv } from './csv';
import { settleEpisodes } from './episodes';
import { type Faults, Findings, UnreadableFile, type Warnings } from './faults';
import { readJson } from './json';
import { readNpz } from './npz';
import { reportOf } from './report';
import { part, type Sliced } from './sliced';
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
}

/** Shares of the work, for the progress. */
const READING = 0.6;

/**
 * Reads a dataset from a CSV, JSON or `.npz` file and holds it against a world, in slices. The kind
 * of the file is told by its content, not by its name. Whatever the file is, the result is a report;
 * where it has rows that fit, they are offered, as transitions that `freeze` takes. Where the file
 * states another world, the same rows are held against that one too. Nothing is applied.
 *
 * Throws WorldError where the present world is none.
 */
export function* importDataset({
  name,
  bytes,
  world,
  acceptRewards = false,
}: ImportRequest): Sliced<ImportResult> {
  const options = { acceptRewards };
  const mdp = buildMdp(world);
  const faults: Faults = new Findings();
  let format: FileFormat | null = null;
  try {
    format = formatOf(bytes);
    const file = yield* part(0, READING, readAs(format, bytes, faults));
    const stated = file.statedWorld === undefined ? null : readWorld(file.statedWorld, world);
    const differences = stated?.world ? worldDifferences(stated.world, world) : [];
    const notes = [...file.notes, ...(stated?.fault ? [stated.fault] : [])];
    const share = differences.length > 0 ? (1 - READING) / 2 : 1 - READING;
    const offer = yield* part(
      READING,
      share,
      offerOf({ ...file, notes }, mdp, faults.copy(), options, true),
    );
    if (!stated?.world || differences.length === 0) return { name, format, offer, other: null };
    const other = yield* part(
      READING + share,
      share,
      offerOf(file, buildMdp(stated.world), faults.copy(), options, false),
    );
    return { name, format, offer, other: { world: stated.world, differences, offer: other } };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { name, format, offer: nothing(error.message), other: null };
  }
}

function* offerOf(
  file: ReadFile,
  mdp: ReturnType<typeof buildMdp>,
  faults: Faults,
  options: CheckOptions,
  present: boolean,
): Sliced<ImportOffer> {
  const { table } = file;
  const warnings: Warnings = new Findings();
  const rows = yield* checkRows(table, mdp, faults, warnings, options);
  const settled = settleEpisodes(table, mdp, rows, warnings);
  const kept = settled.transitions.size > 0 ? settled.transitions : null;
  const hash = kept ? freeze(mdp, kept).hash : null;
  const report = reportOf({
    file,
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
    behaviorKnown: table.columns.behaviorProb !== undefined,
  };
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
      notes: [],
    },
    transitions: null,
    hash: null,
    behaviorKnown: false,
  };
}

function readAs(format: FileFormat, bytes: Uint8Array, faults: Faults): Sliced<ReadFile> {
  if (format === 'npz') return readNpz(bytes, faults);
  const text = strFromU8(bytes);
  return format === 'json' ? readJson(text, faults) : readCsv(text, faults);
}

/** Beginnings of files that people take for datasets, and what they are. */
const OTHERS = [
  [[0x89, 0x48, 0x44, 0x46], 'hdf5'],
  [[0x93, 0x4e, 0x55, 0x4d], 'npy'],
  [[0x1f, 0x8b], 'gzip'],
  [[0xff, 0xfe], 'utf16'],
  [[0xfe, 0xff], 'utf16'],
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
  const other = OTHERS.find(([start]) => begins(start));
  if (other) throw new UnreadableFile(unreadable()[other[1]]);
  const head = bytes.subarray(0, TEXT_LOOKED_AT);
  if (head.includes(0)) {
    throw new UnreadableFile(unreadable().unknown);
  }
  const first = head.find((byte, i) => byte > 32 && !(i < 3 && [0xef, 0xbb, 0xbf].includes(byte)));
  if (first === undefined) throw new UnreadableFile(unreadable().empty);
  return first === 0x7b || first === 0x5b ? 'json' : 'csv';
}
