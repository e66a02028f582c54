import cliffWalking from '../testdata/golden/cliffwalking.json';
import fourRooms from '../testdata/golden/four-rooms.json';
import frozenLake4x4 from '../testdata/golden/frozenlake-4x4.json';
import frozenLake8x8 from '../testdata/golden/frozenlake-8x8.json';
import twoStarts from '../testdata/golden/two-starts.json';
import type { World } from '../types';

/** Exact values of one policy in a golden file. */
interface GoldenValues {
  readonly q: readonly (readonly number[])[];
  readonly v: readonly number[];
  readonly return: number;
}

/** A golden MDP file: tables and exact values from an independent numpy program. */
export interface GoldenMdp {
  readonly name: string;
  readonly map: readonly string[];
  readonly slip: number;
  readonly rewards: World['rewards'];
  readonly gamma: number;
  readonly cells: readonly (readonly number[])[];
  readonly terminal: readonly boolean[];
  /** `[state][action]` list of next state and probability. */
  readonly transitions: readonly (readonly (readonly (readonly number[])[])[])[];
  readonly expectedReward: readonly (readonly number[])[];
  readonly optimal: GoldenValues;
  readonly uniform: GoldenValues & { readonly occupancy: readonly number[] };
  readonly policy: GoldenValues & {
    readonly occupancy: readonly number[];
    readonly probabilities: readonly (readonly number[])[];
  };
  readonly support: GoldenValues & { readonly allowed: readonly (readonly number[])[] };
}

export const GOLDEN: readonly GoldenMdp[] = [
  cliffWalking,
  fourRooms,
  frozenLake4x4,
  frozenLake8x8,
  twoStarts,
];

/** The world of a golden file; it names no horizon. */
export function goldenWorld(golden: GoldenMdp): World {
  const { map, slip, rewards, gamma } = golden;
  return { map, slip, rewards, gamma, horizon: 100 };
}

/** max|Δ| / max|reference|, the error measure of the golden files. */
export function relativeError(actual: ArrayLike<number>, reference: readonly number[]): number {
  if (actual.length !== reference.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let scale = 0;
  reference.forEach((expected, i) => {
    const delta = Math.abs(actual[i] - expected);
    difference = Number.isNaN(delta) ? Number.POSITIVE_INFINITY : Math.max(difference, delta);
    scale = Math.max(scale, Math.abs(expected));
  });
  return scale === 0 ? difference : difference / scale;
}
