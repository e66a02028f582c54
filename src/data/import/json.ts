import { ACTIONS } from '../../mdp/types';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import type { Block, BlockColumn } from './blocks';
import { readSource } from './blocks';
import { type Faults, UnreadableFile } from './faults';
import { isObject, type Json, shapeOf } from './json-shapes';
import { parseJson } from './json-text';
import { fieldOf } from './names';
import { part, type Sliced } from './sliced';
import { REWARD_TOLERANCE, type ReadFile } from './types';

/** Share of the work that parsing is. */
const PARSING = 0.4;

/**
 * Reads our own `DatasetFile`, and the shapes in which pandas and logs write tables: lists under names,
 * objects by row or by column, names apart from values, a list or lines of row objects, episodes as
 * objects of lists, all of it also wrapped in other objects. Where our file lists the names of its
 * actions in another order than ours, its numbers are read in that order.
 *
 * Throws UnreadableFile where the text is no JSON or has no such shape.
 */
export function* readJson(text: string, faults: Faults): Sliced<ReadFile> {
  const { value } = parseJson(text);
  yield PARSING;
  const about = isObject(value) ? value : {};
  const ours = about.format === 'offgrid-dataset';
  if (ours && about.version !== 1) {
    throw new UnreadableFile(
      unreadable().otherVersion(JSON.stringify(about.version)?.slice(0, 20)),
    );
  }
  if (Array.isArray(value) && value.length > 0 && value.every(Array.isArray)) {
    if (shapeOf(value) === null) throw new UnreadableFile(unreadable().noNames);
  }
  const shape = shapeOf(value) ?? { blocks: [leftOver(value)], episodes: false, aside: [] };
  // Beside columns the key names the actions; where lists stand alone it is one of them.
  const order = isObject(about.columns) ? actionNames(about.actions) : null;
  const blocks = order ? shape.blocks.map((block) => named(block, order)) : shape.blocks;
  const source = { ...shape, blocks, rewardTolerance: REWARD_TOLERANCE };
  const { table, notes } = yield* part(PARSING, 1 - PARSING, readSource(source, faults));
  return {
    table,
    ours,
    notes: [...notes, ...sizeNote(about, table.rows)],
    ...(ours && typeof about.hash === 'string' ? { statedHash: about.hash } : {}),
    ...(about.world !== undefined ? { statedWorld: about.world } : {}),
  };
}

/** What there is, so that what is missing can be named. Throws UnreadableFile where nothing is. */
function leftOver(value: unknown): Block {
  if (!isObject(value) && !Array.isArray(value)) throw new UnreadableFile(unreadable().noShape);
  const lists = Object.entries(isObject(value) ? value : {}).filter(([, list]) =>
    Array.isArray(list),
  ) as [string, unknown[]][];
  const nothing = { width: 1, number: () => Number.NaN, text: () => null, quote: () => '' };
  const columns = lists
    .filter(([name]) => fieldOf(name) !== undefined)
    .map(([name, list]): BlockColumn => ({ name, length: list.length, ...nothing }));
  return { columns };
}

/** Our names of the actions 0 to 3 of a file that names our four; null for any other. */
function actionNames(names: unknown): readonly string[] | null {
  if (!Array.isArray(names) || names.length !== ACTIONS.length) return null;
  const order = names.map((name) => ACTIONS.indexOf(name));
  return new Set(order).size === ACTIONS.length && !order.includes(-1) ? names : null;
}

/** A block whose actions are named instead of numbered. */
function named(block: Block, order: readonly string[]): Block {
  const columns = block.columns.map((column): BlockColumn => {
    if (fieldOf(column.name) !== 'action' || column.width !== 1) return column;
    const nameAt = (row: number): string | undefined => order[column.number(row, 0)];
    return {
      ...column,
      number: (row, part) => (nameAt(row) === undefined ? column.number(row, part) : Number.NaN),
      text: (row, part) => nameAt(row) ?? column.text(row, part),
    };
  });
  return { ...block, columns };
}

function sizeNote(file: Json, rows: number): string[] {
  return typeof file.size === 'number' && file.size !== rows
    ? [reading().otherSize(file.size, rows)]
    : [];
}
