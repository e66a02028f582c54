import { ACTIONS, type ActionName, type Mdp, type World } from '../mdp/types';
import { csvText } from './csv-text';
import type { Dataset } from './types';

/** Columns of an exported dataset, in their order (docs/contract.md#dataset-files). */
export const FILE_COLUMNS = [
  'state',
  'row',
  'col',
  'action',
  'reward',
  'nextState',
  'terminal',
  'truncated',
  'episode',
  'step',
  'behaviorProb',
] as const;
export type FileColumn = (typeof FILE_COLUMNS)[number];

/** A dataset as JSON: columns of `size` numbers each, and the world that they are of. */
export interface DatasetFile {
  readonly format: 'offgrid-dataset';
  readonly version: 1;
  /** The dataset's digest. */
  readonly hash: string;
  readonly world: World;
  /** The world's discount once more, for readers who do not care about the rest. */
  readonly gamma: number;
  /** Names of the actions 0 to 3. */
  readonly actions: readonly ActionName[];
  readonly size: number;
  readonly episodes: number;
  readonly columns: Readonly<Record<FileColumn, readonly number[]>>;
}

/** `row` and `col` are those of the state's cell, from 0; actions 0 to 3; flags 0 or 1. */
function fileColumns(mdp: Mdp, dataset: Dataset): Record<FileColumn, ArrayLike<number>> {
  return {
    state: dataset.state,
    row: dataset.state.map((s) => Math.floor(mdp.cells[s] / mdp.columns)),
    col: dataset.state.map((s) => mdp.cells[s] % mdp.columns),
    action: dataset.action,
    reward: dataset.reward,
    nextState: dataset.nextState,
    terminal: dataset.terminal,
    truncated: dataset.truncated,
    episode: dataset.episode,
    step: dataset.step,
    behaviorProb: dataset.behaviorProbability,
  };
}

/**
 * The dataset as CSV: a line of column names, then a line a transition, each ended by a line feed.
 * Numbers are printed so that reading them gives the same doubles.
 */
export function toCsv(mdp: Mdp, dataset: Dataset): string {
  const columns = fileColumns(mdp, dataset);
  const ordered = FILE_COLUMNS.map((name) => columns[name]);
  const rows = Array.from({ length: dataset.size }, (_, row) =>
    ordered.map((column) => column[row]),
  );
  return csvText(FILE_COLUMNS, rows, '\n');
}

/** The dataset as an object for `JSON.stringify`, with the same columns as the CSV. */
export function toJson(mdp: Mdp, dataset: Dataset): DatasetFile {
  const columns = fileColumns(mdp, dataset);
  const { map, slip, rewards, gamma, horizon } = mdp.world;
  return {
    format: 'offgrid-dataset',
    version: 1,
    hash: dataset.hash,
    world: { map, slip, rewards, gamma, horizon },
    gamma,
    actions: ACTIONS,
    size: dataset.size,
    episodes: dataset.episodes,
    columns: {
      state: Array.from(columns.state),
      row: Array.from(columns.row),
      col: Array.from(columns.col),
      action: Array.from(columns.action),
      reward: Array.from(columns.reward),
      nextState: Array.from(columns.nextState),
      terminal: Array.from(columns.terminal),
      truncated: Array.from(columns.truncated),
      episode: Array.from(columns.episode),
      step: Array.from(columns.step),
      behaviorProb: Array.from(columns.behaviorProb),
    },
  };
}
