import { gradientsAt, meansAt } from '../../engine/loss/at-row';
import type { LossNode, OutputPlace } from '../../engine/loss/graph';
import { evaluate, type NodeValue, type RowValues } from '../../engine/loss/numbers';
import { rowLoss } from '../../engine/loss/rows';
import { randomStream } from '../../random/stream';
import { type Remark, remarksOn } from './check';
import { type CompiledProgram, compileProgram } from './compile';
import { ProgramFault } from './fault';
import { parseProgram } from './parse';
import type { Definition, Program } from './tree';

/** A program of which one definition is to be written by whoever learns it. */
export interface Exercise {
  /** The whole program, with the definition as it is meant. */
  readonly program: string;
  /** What the definition is called. */
  readonly name: string;
}

/** A program around its gap: what stands before the definition's own words, and after them. */
export interface Gap {
  readonly before: string;
  readonly answer: string;
  readonly after: string;
}

/** A row of the data as an exercise shows it, with what the networks say of it. */
export interface ShownRow {
  readonly action: number;
  readonly drawn: number;
  readonly reward: number;
  readonly terminal: number;
  /** By network and place: `Q̄(s′,·)`. */
  readonly outputs: readonly { readonly name: string; readonly value: NodeValue }[];
}

/** How an attempt compares with the reference. */
export type Judgement =
  | { readonly kind: 'right' }
  | { readonly kind: 'fault'; readonly sentence: string }
  /** It is another loss; what a teacher would say of it, where that is to the point. */
  | { readonly kind: 'remark'; readonly sentence: string }
  | {
      readonly kind: 'differs';
      /** What differs: the definition's own number, what is minimised, or only its gradient. */
      readonly of: 'definition' | 'loss' | 'gradient';
      readonly row: ShownRow;
      readonly expected: NodeValue;
      readonly found: NodeValue;
      /** The network whose gradient differs. */
      readonly network: string | null;
    };

const ACTION_COUNT = 4;
/** Rows of few small whole numbers, which one can follow by hand, and rows of any numbers. */
const [SIMPLE, DENSE] = [300, 60];
/** Relative difference at which two numbers of 64 bits are not the same. */
const SAME = 1e-9;

function definitionOf(program: Program, name: string): Definition {
  const found = program.definitions.find((own) => own.name === name);
  if (found?.body.kind !== 'plain') throw new Error(`The program defines no ${name}.`);
  return found;
}

/** The gap of an exercise. Throws where its program does not define the name. */
export function gapOf({ program, name }: Exercise): Gap {
  const parsed = parseProgram(program);
  const { body } = definitionOf(parsed, name);
  if (body.kind !== 'plain')
    throw new Error(`The program does not define ${name} by one expression.`);
  const { start, end } = body.of;
  const { source } = parsed;
  return {
    before: source.slice(0, start),
    answer: source.slice(start, end),
    after: source.slice(end),
  };
}

interface TriedRow extends RowValues {
  readonly dense: boolean;
  readonly size: number;
  readonly shown: ShownRow;
}

function rowsFor({ program }: Exercise, { networks }: CompiledProgram): readonly TriedRow[] {
  const { knobs, networks: declared } = parseProgram(program);
  const { uniform: next, integer: whole } = randomStream('exercise', 12);
  const values = new Map(knobs.map(({ name, value }) => [name, value ?? 1]));
  const spoken = (name: string, of: OutputPlace['of']) =>
    of === 'online' ? name : (declared.find((own) => own.name === name)?.target ?? name);
  return Array.from({ length: SIMPLE + DENSE }, (_, i): TriedRow => {
    const dense = i >= SIMPLE;
    let size = 0;
    const number = () => {
      if (dense) return 4 * next() - 2;
      const drawn = next() < 0.6 ? 0 : [1, 2, -1][whole(3)];
      size += Math.abs(drawn) + Number(drawn < 0);
      return drawn;
    };
    const tables = new Map<string, NodeValue>();
    const outputs: { name: string; value: NodeValue }[] = [];
    for (const { name, output, target } of networks)
      for (const of of target ? (['online', 'target'] as const) : (['online'] as const))
        for (const at of ['state', 'nextState'] as const) {
          const value =
            output === 'value' ? number() : Array.from({ length: ACTION_COUNT }, number);
          tables.set(`${name} ${of} ${at}`, value);
          const place = `${at === 'state' ? 's' : 's′'}${output === 'value' ? '' : ',·'}`;
          outputs.push({ name: `${spoken(name, of)}(${place})`, value });
        }
    const row = {
      action: whole(ACTION_COUNT),
      drawn: whole(ACTION_COUNT),
      reward: dense ? 2 * next() - 1 : whole(2),
      terminal: next() < 0.4 ? 1 : 0,
    };
    return {
      ...row,
      dense,
      size: size + row.reward + row.terminal,
      shown: { ...row, outputs },
      output: ({ network, of, at }) => tables.get(`${network} ${of} ${at}`) ?? 0,
      hyper: (name) => values.get(name) ?? 0.9,
      seen: () => Array(ACTION_COUNT).fill(1),
      actionCount: ACTION_COUNT,
    };
  }).sort((a, b) => Number(a.dense) - Number(b.dense) || a.size - b.size);
}

const listOf = (value: NodeValue): readonly number[] =>
  typeof value === 'number' ? [value] : value;

function isSame(x: NodeValue, y: NodeValue): boolean {
  const [a, b] = [listOf(x), listOf(y)];
  return (
    a.length === b.length &&
    a.every((value, i) => {
      if (!Number.isFinite(value) || !Number.isFinite(b[i])) return Object.is(value, b[i]);
      return Math.abs(value - b[i]) <= SAME * (1 + Math.abs(value) + Math.abs(b[i]));
    })
  );
}

type Difference = Extract<Judgement, { readonly kind: 'differs' }>;

/** The first row, the simplest before all others, on which two programs are not the same. */
function differenceOf(
  name: string,
  rows: readonly TriedRow[],
  reference: CompiledProgram,
  attempt: CompiledProgram,
): Difference | null {
  const own = (compiled: CompiledProgram): LossNode | undefined => compiled.definitions.get(name);
  const [meant, written] = [own(reference), own(attempt)];
  const losses = [reference, attempt].map(({ loss }) => rowLoss(loss));
  let number: Difference | null = null;
  for (const row of rows) {
    const { shown } = row;
    const differs = (
      of: Difference['of'],
      expected: NodeValue,
      found: NodeValue,
      network: string | null = null,
    ): Difference => ({ kind: 'differs', of, row: shown, expected, found, network });
    if (number === null && meant && written) {
      const [expected, found] = evaluate([meant], row).concat(evaluate([written], row));
      if (!isSame(expected, found)) number = differs('definition', expected, found);
    }
    const [expected, found] = [reference, attempt].map(({ loss }) => meansAt(loss.total, row));
    // Of a number that it is the wrong one says more than what comes of it.
    if (!isSame(expected, found)) return number ?? differs('loss', expected, found);
    if (!row.dense) continue;
    const [should, does] = losses.map((loss) => gradientsAt(loss, row));
    for (const network of new Set([...Object.keys(should), ...Object.keys(does)])) {
      const zeros = listOf(should[network] ?? does[network]).map(() => 0);
      const [a, b] = [should[network] ?? zeros, does[network] ?? zeros];
      if (!isSame(a, b)) return differs('gradient', a, b, network);
    }
  }
  return null;
}

/** What an attempt sets off that the reference does not. */
function remarkOf(
  program: Program,
  attempt: CompiledProgram,
  known: readonly Remark[],
): Remark | undefined {
  const rules = new Set(known.map(({ rule }) => rule));
  const own = remarksOn(program, attempt, {}).filter(({ rule }) => !rules.has(rule));
  // That it has no end is what comes of something, and the cause says more.
  return own.find(({ rule }) => rule !== 'endless') ?? own[0];
}

/**
 * Judges what somebody wrote into the gap of an exercise by numbers and gradients on rows that it does not
 * show, against the reference; any equivalent form is right. Never throws on what was written.
 */
export function judge(exercise: Exercise, written: string): Judgement {
  const reference = parseProgram(exercise.program);
  const compiled = compileProgram(reference);
  const { before, after } = gapOf(exercise);
  try {
    // A line of its own would begin a statement: here it goes on.
    const text = `${before}${written.replace(/\s*\n\s*/g, '\n  ')}${after}`;
    const program = parseProgram(text);
    const attempt = compileProgram(program);
    const found = differenceOf(exercise.name, rowsFor(exercise, compiled), compiled, attempt);
    if (found === null) return { kind: 'right' };
    const remark = remarkOf(program, attempt, remarksOn(reference, compiled, {}));
    return remark ? { kind: 'remark', sentence: remark.sentence } : found;
  } catch (error) {
    if (error instanceof ProgramFault) return { kind: 'fault', sentence: error.sentence };
    throw error;
  }
}
