import { Murmur3 } from '../../data/digest';
import type { SavedRun } from '../../experiment/saved-run';
import type { SavedSettling } from '../../experiment/settling';
import type { Frame, LiveEdit, Snapshot } from '../../experiment/types';

/** Version of what is kept; another is not read. */
export const FORMAT = 1;

/** Bytes that one run may take between visits, its measured points included. */
export const MOST_BYTES = 32 * 2 ** 20;

/** What was measured at one step. */
export interface KeptPoint {
  readonly snapshot: Snapshot;
  readonly frame: Frame;
}

/** Where a run was going. */
export interface Goal {
  readonly until: number;
  readonly settles: 'done' | 'paused';
  readonly early: boolean;
}

/** What is known of a kept run without reading it. */
export interface KeptEntry {
  readonly id: string;
  /** What it trains, on what: see `Keeper.begin`. */
  readonly what: string;
  readonly format: number;
  readonly step: number;
  readonly edits: readonly LiveEdit[];
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
  /** Its measured points are in the chunks `first` up to `chunks` (not included). */
  readonly first: number;
  readonly chunks: number;
}

/** A run as it is kept between visits. */
export interface KeptRun {
  readonly run: SavedRun;
  readonly settling: SavedSettling;
  /** Null where it was not running. */
  readonly goal: Goal | null;
  readonly status: 'paused' | 'done';
  /** The point measured last, where it is in no chunk. */
  readonly last: KeptPoint | null;
  /** Of all numbers of `run`: what is damaged has another. */
  readonly seal: number;
}

const double = new DataView(new ArrayBuffer(8));

function seal(value: unknown, into: Murmur3): void {
  if (typeof value === 'number') {
    double.setFloat64(0, value);
    into.add(double.getInt32(0));
    into.add(double.getInt32(4));
  } else if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const whole = byteOffset % 4 === 0 && byteLength % 4 === 0;
    const words = whole
      ? new Int32Array(buffer, byteOffset, byteLength / 4)
      : new Uint8Array(buffer, byteOffset, byteLength);
    into.add(words.length);
    for (let i = 0; i < words.length; i++) into.add(words[i]);
  } else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) seal(one, into);
}

/** The seal of a run: of all its numbers, in their order. */
export function sealOf(run: SavedRun): number {
  const murmur = new Murmur3(FORMAT);
  seal(run, murmur);
  return murmur.value();
}

/** About as many bytes as a value takes where it is kept. */
export function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((sum, [key, one]) => sum + key.length + bytesOf(one), 0);
}
