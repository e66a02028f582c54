import fc from 'fast-check';
import type { RowValues } from '../../../engine/loss/numbers';
import { randomStream } from '../../../random/stream';

const ACTIONS = 4;

/** Declarations of random programs: everything that an expression may name. */
const HEAD = `network Q_i(s,a) for i = 1..2, target T_i
network V(s)
policy π(a|s)
knob α = 0.7
knob κ = 1.3
`;

const NUMBERS = [
  'r',
  'd',
  'γ',
  'α',
  '0.5',
  'V(s)',
  'V(s′)',
  'Q_1(s,a)',
  'Q_2(s,ã)',
  'T_1(s,a)',
  'log π(a|s)',
  'π(a|s)',
] as const;
const VECTORS = ['Q_1(s,·)', 'Q_2(s,·)', 'T_2(s′,·)', 'π(·|s)', 'log π(·|s)'] as const;

type Written = { readonly number: string; readonly vector: string };

/**
 * Random expressions of a row: numbers and vectors of bounded depth, with everything that the language
 * knows. What would overflow is kept small.
 */
const depthIdentifier = fc.createDepthIdentifier();
const written = fc.letrec<Written>((tie) => {
  const number = tie('number');
  const vector = tie('vector');
  const mask = fc.oneof(
    fc.constantFrom('seen(s)', 'seen(s′)'),
    // A little more, since equal numbers need not be equal in another precision.
    fc.tuple(vector, number).map(([x, y]) => `((${x}) < 0.0173 + (${y}))`),
  );
  const where = fc.option(mask, { nil: null }).map((own) => (own === null ? '' : ` where ${own}`));
  return {
    number: fc.oneof(
      { maxDepth: 5, depthIdentifier },
      fc.constantFrom(...NUMBERS),
      fc
        .tuple(number, fc.constantFrom('+', '−', '·'), number)
        .map(([x, sign, y]) => `(${x}) ${sign} (${y})`),
      fc.tuple(number, number).map(([x, y]) => `(${x}) / (2 + (${y})²)`),
      fc.tuple(number, number).map(([x, y]) => `min(${x}, ${y})`),
      fc.tuple(number, number).map(([x, y]) => `max(${x}, ${y})`),
      fc.tuple(number, number).map(([x, y]) => `1[(${x}) < 0.0173 + (${y})] (${y})`),
      number.map((x) => `exp(min(${x}, 1))`),
      number.map((x) => `log(1 + (${x})²)`),
      number.map((x) => `abs(${x})`),
      number.map((x) => `(${x})²`),
      number.map((x) => `sg[${x}]`),
      number.map((x) => `−(${x})`),
      fc
        .tuple(fc.constantFrom('Σ', 'mean', 'max', 'min', 'logsumexp'), vector, where)
        .map(([over, x, own]) => `${over}[${x}]${over === 'Σ' || over === 'mean' ? '' : own}`),
      vector.map((x) => `κ log Σ exp((${x}) / κ)`),
      vector.map((x) => `Q_1(s, argmax (${x}))`),
      fc.constant('min_i T_i(s,a)'),
      fc.constant('Σ_i Q_i(s,a)'),
    ),
    vector: fc.oneof(
      { maxDepth: 5, depthIdentifier },
      fc.constantFrom(...VECTORS),
      fc
        .tuple(vector, fc.constantFrom('+', '−', '·'), number)
        .map(([x, sign, y]) => `(${x}) ${sign} (${y})`),
      fc.tuple(vector, vector).map(([x, y]) => `(${x}) · (${y})`),
      fc.tuple(vector, where).map(([x, own]) => `softmax(${x})${own}`),
      vector.map((x) => `sg[${x}]`),
      vector.map((x) => `abs(${x})`),
    ),
  };
});

/** Random programs: one to three terms, each weighted. */
export const programs: fc.Arbitrary<string> = fc
  .array(fc.tuple(written.number, fc.constantFrom('', 'α ', '2 ', 'γ α ')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((terms) => {
    const named = terms.map(([x], t) => `term${t} = mean[${x}]`).join('\n');
    const total = terms.map(([, weight], t) => `${weight}term${t}`).join(' + ');
    return `${HEAD}${named}\nminimise ${total}\nact argmax Q_1(s,·)\n`;
  });

/** Outputs of every network of a random program, by `network of at`. */
export type RowOutputs = Readonly<Record<string, readonly number[]>>;

/** A random row of a minibatch as the loss of a random program sees it. */
export interface RandomRow {
  readonly outputs: RowOutputs;
  readonly action: number;
  readonly drawn: number;
  readonly reward: number;
  readonly terminal: number;
  readonly seen: Readonly<Record<'state' | 'nextState', readonly number[]>>;
}

const PLACES = ['online state', 'online nextState', 'target state', 'target nextState'];

/**
 * A row of a stream: no two of its numbers are equal, and none is 0, so that it lies at no kink but by
 * chance.
 */
export const randomRow: fc.Arbitrary<RandomRow> = fc.noShrink(fc.noBias(fc.nat())).map((seed) => {
  const stream = randomStream('random row', seed);
  const number = () => 4 * stream.uniform() - 2;
  const vector = () => Array.from({ length: ACTIONS }, number);
  const seen = () => Array.from({ length: ACTIONS }, () => stream.integer(2));
  return {
    outputs: Object.fromEntries([
      ...['Q1', 'Q2', 'π'].flatMap((name) =>
        PLACES.map((place) => [`${name} ${place}`, vector()] as const),
      ),
      ['V online state', [number()]],
      ['V online nextState', [number()]],
    ]),
    action: stream.integer(ACTIONS),
    drawn: stream.integer(ACTIONS),
    reward: number(),
    terminal: stream.integer(2),
    seen: { state: seen(), nextState: seen() },
  };
});

/** Hyper-parameters of random programs. */
export const HYPER: Readonly<Record<string, number>> = { α: 0.7, κ: 1.3, gamma: 0.9 };

/** A random row for `evaluate`; `outputs` in place of the row's own, for finite differences. */
export function rowValues(row: RandomRow, outputs: RowOutputs = row.outputs): RowValues {
  return {
    output: ({ network, of, at }) => {
      const values = outputs[`${network} ${of} ${at}`];
      return values.length === 1 ? values[0] : values;
    },
    hyper: (name) => HYPER[name],
    seen: (at) => row.seen[at],
    action: row.action,
    drawn: row.drawn,
    reward: row.reward,
    terminal: row.terminal,
    actionCount: ACTIONS,
  };
}
