import { exp, log } from '../../random/elementary';
import { ancestors, type LossNode, type OutputPlace, type TruthPlace } from './graph';

/** What a node is at one row; actions by their number, what holds as 1 and 0. */
export type NodeValue = number | readonly number[];

/** One row as a loss sees it. */
export interface RowValues {
  readonly output: (place: OutputPlace) => NodeValue;
  readonly hyper: (name: string) => number;
  /** Which actions the data contains at a state of the row, 1 or 0 each. */
  readonly seen: (at: OutputPlace['at']) => readonly number[];
  /** Absent where no loss takes tables of truth. */
  readonly truth?: (of: TruthPlace['of'], at: OutputPlace['at']) => NodeValue;
  readonly action: number;
  readonly drawn: number;
  readonly reward: number;
  readonly terminal: number;
  readonly actionCount: number;
}

const largest = (x: readonly number[]) => x.reduce((most, value) => (value > most ? value : most));
const sum = (x: readonly number[]) => x.reduce((total, value) => total + value, 0);

function logSumExp(x: readonly number[]): number {
  const most = largest(x);
  return most + log(sum(x.map((value) => exp(value - most))));
}

function softmax(x: readonly number[]): number[] {
  const most = largest(x);
  const e = x.map((value) => exp(value - most));
  const all = sum(e);
  return e.map((value) => value / all);
}

/** The first of the largest. */
function argLargest(x: readonly number[]): number {
  return x.reduce((best, value, a) => (value > x[best] ? a : best), 0);
}

const NUMBERS: Readonly<Record<string, (x: number, y: number, z: number) => number>> = {
  negate: (x) => -x,
  exp,
  log,
  abs: Math.abs,
  square: (x) => x * x,
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  minimum: (x, y) => Math.min(x, y),
  maximum: (x, y) => Math.max(x, y),
  less: (x, y) => Number(x < y),
  lessEqual: (x, y) => Number(x <= y),
  select: (condition, then, otherwise) => (condition !== 0 ? then : otherwise),
};

function elementwise(op: string, args: readonly NodeValue[]): NodeValue {
  const compute = NUMBERS[op];
  const wide = args.find((arg) => typeof arg !== 'number') as readonly number[] | undefined;
  const at = (arg: NodeValue, a: number) => (typeof arg === 'number' ? arg : arg[a]);
  const number = (a: number) => compute(at(args[0], a), at(args[1] ?? 0, a), at(args[2] ?? 0, a));
  return wide === undefined ? number(0) : wide.map((_, a) => number(a));
}

function numberOf(node: LossNode, args: readonly NodeValue[], row: RowValues): NodeValue {
  const { leaf } = node;
  if (leaf !== null) {
    if (leaf.op === 'constant') return leaf.value;
    if (leaf.op === 'hyper') return row.hyper(leaf.name);
    if (leaf.op === 'output') return row.output(leaf);
    if (leaf.op === 'seen') return row.seen(leaf.at);
    if (leaf.op === 'truth') {
      if (row.truth === undefined) throw new RangeError('This row has no tables of truth.');
      return row.truth(leaf.of, leaf.at);
    }
    if (leaf.op === 'continues') return 1 - row.terminal;
    return row[leaf.op];
  }
  const x = args[0] as readonly number[];
  const y = args[1];
  switch (node.op) {
    case 'stop':
      return args[0];
    case 'sum':
      return sum(x);
    case 'largest':
      return largest(x);
    case 'argLargest':
      return argLargest(x);
    case 'logSumExp':
      return logSumExp(x);
    case 'softmax':
      return softmax(x);
    case 'logSoftmax': {
      const all = logSumExp(x);
      return x.map((value) => value - all);
    }
    case 'softmaxMean':
      return sum(softmax(x).map((p, a) => p * (y as readonly number[])[a]));
    case 'pick':
      return x[y as number];
    case 'residual':
      return softmax(x).map((p, a) => (a === y ? p - 1 : p));
    case 'anyOrAll':
      return x.some((allowed) => allowed !== 0) ? x : x.map(() => 1);
    default:
      return elementwise(node.op, args);
  }
}

/** What some nodes are at one row, in 64-bit numbers: for readouts, and as a reference for machines. */
export function evaluate(roots: readonly LossNode[], row: RowValues): readonly NodeValue[] {
  const known = new Map<LossNode, NodeValue>();
  for (const node of ancestors(roots)) {
    known.set(
      node,
      numberOf(
        node,
        node.args.map((arg) => known.get(arg) as NodeValue),
        row,
      ),
    );
  }
  return roots.map((root) => known.get(root) as NodeValue);
}
