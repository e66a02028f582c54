import type { Settings } from '../../experiment/types';
import type { presenter as texts } from '../../texts/presenter';
import { presenter } from '../../texts/presenter';
import type { LineChartName } from '../charts/line-charts';
import type { Layer } from '../map/layer';

/** What an act puts on the screen, and nothing else. */
export type ActStage =
  | { readonly kind: 'words' }
  /** The data on the map, with the exact numbers. */
  | { readonly kind: 'world' }
  /** Large maps of some learners with what they believe and earn. */
  | { readonly kind: 'maps'; readonly learners: readonly string[]; readonly layer: Layer }
  | { readonly kind: 'chart'; readonly chart: LineChartName; readonly learners: readonly string[] };

/** One act of a lecture. */
export interface Act {
  /** Under which its texts stand in the area `presenter`. */
  readonly id: keyof ReturnType<typeof texts>['acts'];
  readonly stage: ActStage;
  /** Settings that the act wants; what is as it wants it already stays as it is. */
  readonly set?: Partial<Settings>;
}

/** What an act says in the language spoken. */
export interface ActWords {
  readonly title: string;
  /** The one sentence that the room should remember. */
  readonly line: string;
  /** For the speaker alone. */
  readonly notes: readonly string[];
}

const FOUR = { scenario: 'extrapolation' } as const;

/** The lecture: distribution shift in ten acts. Act 0 is what stands there before anybody speaks. */
export const LECTURE: readonly Act[] = [
  {
    id: 'title',
    stage: { kind: 'words' },
    set: FOUR,
  },
  {
    id: 'data',
    stage: { kind: 'world' },
    set: FOUR,
  },
  {
    id: 'ask',
    stage: { kind: 'words' },
    set: FOUR,
  },
  {
    id: 'run',
    stage: { kind: 'maps', learners: ['dqn', 'cql', 'iql', 'bc'], layer: 'error' },
    set: FOUR,
  },
  {
    id: 'belief',
    stage: { kind: 'maps', learners: ['dqn'], layer: 'lie' },
    set: FOUR,
  },
  {
    id: 'why',
    stage: { kind: 'chart', chart: 'error', learners: ['dqn'] },
    set: FOUR,
  },
  {
    id: 'cql',
    stage: { kind: 'chart', chart: 'error', learners: ['dqn', 'cql'] },
    set: FOUR,
  },
  {
    id: 'iql',
    stage: { kind: 'maps', learners: ['iql', 'bc'], layer: 'occupancy' },
    set: FOUR,
  },
  {
    id: 'returns',
    stage: { kind: 'chart', chart: 'returns', learners: ['dqn', 'cql', 'iql', 'bc'] },
    set: FOUR,
  },
  {
    id: 'dial',
    stage: { kind: 'maps', learners: ['cql-max', 'cql'], layer: 'q' },
    set: { scenario: 'conservative-is-not-humble' },
  },
];

/** The texts of an act. */
export function wordsOf({ id }: Act): ActWords {
  return presenter().acts[id];
}
