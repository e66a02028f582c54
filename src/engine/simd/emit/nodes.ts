import type { LossNode, OutputPlace, TruthPlace } from '../../loss/graph';
import type { Address } from '../module';
import { type FunctionBody, IMPORTS, type Instruction } from './binary';

/** Outputs of a network in memory, a row a distinct state of the minibatch. */
export interface OutputRows {
  readonly address: Address;
  readonly outputs: number;
  /** Bytes from row to row. */
  readonly stride: number;
}

/** Where a loss finds what it is made of; all addresses are constants of the emitted code. */
export interface LossPlaces {
  readonly outputs: (place: OutputPlace) => OutputRows;
  /** Which row of the outputs belongs to each row of the minibatch, `u32 [batch]`. */
  readonly places: Readonly<Record<OutputPlace['at'], Address>>;
  /** The states of those rows, `u32`. */
  readonly states: Readonly<Record<OutputPlace['at'], Address>>;
  /** `u8 [states × actions]`. */
  readonly seen: Address;
  /** `f32 [states × actions]`, and `[states]`. */
  readonly truth: Readonly<Record<TruthPlace['of'], Address>>;
  /** `u8`, `f32`, `f32` `[batch]`. */
  readonly actions: Address;
  readonly rewards: Address;
  readonly continues: Address;
  /** Place of a hyper-parameter among those of a seed. */
  readonly hyper: (name: string) => number;
  readonly actionCount: number;
}

/** Parameters of the emitted function, in their order. */
export const PARAMETERS = ['hyper', 'drawn', 'rows'] as const;
const HYPER = 0;
const DRAWN = 1;

/** Probabilities below this count as 0: what follows would be arithmetic on subnormals. */
const DUST = 1e-30;

const [EXP, LOG] = [IMPORTS.indexOf('exponential'), IMPORTS.indexOf('logarithm')];

const PLAIN: Readonly<Record<string, Instruction>> = {
  negate: 'f32.neg',
  abs: 'f32.abs',
  add: 'f32.add',
  subtract: 'f32.sub',
  multiply: 'f32.mul',
  divide: 'f32.div',
  minimum: 'f32.min',
  maximum: 'f32.max',
  less: 'f32.lt',
  lessEqual: 'f32.le',
};

/** A vector's exponentials, less their largest exponent. */
interface Exponentials {
  readonly most: number;
  readonly each: readonly number[];
  readonly sum: number;
}

/**
 * Computes nodes of a loss into locals of the function, at the row at hand; each once. A number or an action
 * is one local, a vector or a mask one for every action.
 */
export class NodeEmitter {
  readonly #code: FunctionBody;
  readonly #places: LossPlaces;
  readonly #row: number;
  /** Those that are the same for all rows, computed before the loops. */
  readonly #constant: Map<LossNode, readonly number[]>;
  #known = new Map<LossNode, readonly number[]>();
  #exponentials = new Map<LossNode, Exponentials>();
  #softmaxes = new Map<LossNode, readonly number[]>();
  #offsets = new Map<string, number>();

  /** @param row local that counts the rows of the minibatch. */
  constructor(code: FunctionBody, places: LossPlaces, row: number) {
    this.#code = code;
    this.#places = places;
    this.#row = row;
    this.#constant = new Map();
  }

  /** Forgets what belongs to the row at hand, at the beginning of another loop. */
  nextLoop(): void {
    this.#known = new Map();
    this.#exponentials = new Map();
    this.#softmaxes = new Map();
    this.#offsets = new Map();
  }

  /** Computes now what of these nodes is the same for all rows. */
  prepare(nodes: readonly LossNode[]): void {
    for (const node of nodes) if (node.sameForAll) this.of(node);
  }

  /** The local of a number, an action, or of what holds. */
  one(node: LossNode): number {
    return this.of(node)[0];
  }

  /** The locals of a node. */
  of(node: LossNode): readonly number[] {
    const known = node.sameForAll ? this.#constant : this.#known;
    const before = known.get(node);
    if (before !== undefined) return before;
    const locals = this.#compute(node);
    known.set(node, locals);
    return locals;
  }

  /** The number of a node for an action; a number is the same for all. */
  at(node: LossNode, action: number): number {
    const locals = this.of(node);
    return locals.length === 1 ? locals[0] : locals[action];
  }

  /** Bytes from the beginning of a network's rows to that of the row at hand. */
  offset(at: OutputPlace['at'], stride: number): number {
    const key = `${at} ${stride}`;
    const known = this.#offsets.get(key);
    if (known !== undefined) return known;
    const local = this.#code.local('i32');
    this.#placeOf(at);
    this.#code.integer(stride).do('i32.mul').set(local);
    this.#offsets.set(key, local);
    return local;
  }

  /** Leaves on the stack which row of the outputs belongs to the row at hand. */
  #placeOf(at: OutputPlace['at']): void {
    this.#index(2).memory('i32.load', this.#places.places[at]);
  }

  /** Leaves on the stack how many bytes lie before the row at hand. */
  #index(shift: number): FunctionBody {
    this.#code.get(this.#row);
    return shift === 0 ? this.#code : this.#code.integer(shift).do('i32.shl');
  }

  #single(write: () => void): number {
    return this.#stored('f32', write);
  }

  #stored(type: 'i32' | 'f32', write: () => void): number {
    const local = this.#code.local(type);
    write();
    this.#code.set(local);
    return local;
  }

  #compute(node: LossNode): readonly number[] {
    const code = this.#code;
    if (node.leaf !== null) return this.#leaf(node);
    const [x, y] = node.args;
    switch (node.op) {
      case 'pick':
        return [this.#pick(x, y)];
      case 'sum':
        return [this.#fold(this.of(x), 'f32.add')];
      case 'largest':
        return [this.#fold(this.of(x), 'f32.max')];
      case 'argLargest':
        return [this.#argLargest(this.of(x))];
      case 'logSumExp':
        return [this.#logSumExp(x)];
      case 'softmax':
        return this.#softmaxOf(x);
      case 'logSoftmax': {
        const all = this.#logSumExp(x);
        return this.of(x).map((value) =>
          this.#single(() => code.get(value).get(all).do('f32.sub')),
        );
      }
      case 'softmaxMean':
        return [this.#softmaxMean(x, y)];
      case 'residual':
        return this.#residual(x, this.one(y));
      case 'anyOrAll':
        return this.#anyOrAll(this.of(x));
      default:
        return this.#elementwise(node);
    }
  }

  #leaf({ leaf, shape }: LossNode): readonly number[] {
    const code = this.#code;
    const places = this.#places;
    switch (leaf?.op) {
      case 'constant':
        return [this.#single(() => code.single(leaf.value))];
      case 'actionCount':
        return [this.#single(() => code.single(places.actionCount))];
      case 'hyper':
        return [
          this.#single(() => code.get(HYPER).memory('f32.load', 4 * places.hyper(leaf.name))),
        ];
      case 'reward':
        return [this.#single(() => this.#index(2).memory('f32.load', places.rewards))];
      case 'continues':
        return [this.#single(() => this.#index(2).memory('f32.load', places.continues))];
      case 'terminal':
        return [
          this.#single(() => {
            code.single(1);
            this.#index(2).memory('f32.load', places.continues).do('f32.sub');
          }),
        ];
      case 'action':
        return [this.#stored('i32', () => this.#index(0).memory('i32.load8_u', places.actions))];
      case 'drawn':
        return [
          this.#stored('i32', () =>
            this.#index(0).get(DRAWN).do('i32.add').memory('i32.load8_u', 0),
          ),
        ];
      case 'seen':
        return this.#seen(leaf.at);
      case 'truth':
        return this.#truth(leaf);
      case 'output': {
        const { address, stride } = places.outputs(leaf);
        const offset = this.offset(leaf.at, stride);
        const count = shape === 'vector' ? places.actionCount : 1;
        return Array.from({ length: count }, (_, a) =>
          this.#single(() => code.get(offset).memory('f32.load', address + 4 * a)),
        );
      }
      default:
        throw new Error('A node without arguments is a leaf.');
    }
  }

  #seen(at: OutputPlace['at']): readonly number[] {
    const code = this.#code;
    const { states, seen, actionCount } = this.#places;
    const first = this.#stored('i32', () => {
      this.#placeOf(at);
      code.integer(2).do('i32.shl').memory('i32.load', states[at]);
      code.integer(actionCount).do('i32.mul');
    });
    return Array.from({ length: actionCount }, (_, a) =>
      this.#stored('i32', () => code.get(first).memory('i32.load8_u', seen + a)),
    );
  }

  #truth({ of, at }: TruthPlace): readonly number[] {
    const code = this.#code;
    const { states, truth, actionCount } = this.#places;
    const count = of === 'actions' ? actionCount : 1;
    const first = this.#stored('i32', () => {
      this.#placeOf(at);
      code.integer(2).do('i32.shl').memory('i32.load', states[at]);
      code.integer(4 * count).do('i32.mul');
    });
    return Array.from({ length: count }, (_, a) =>
      this.#single(() => code.get(first).memory('f32.load', truth[of] + 4 * a)),
    );
  }

  #pick(x: LossNode, action: LossNode): number {
    const code = this.#code;
    const chosen = this.one(action);
    if (x.op === 'logSoftmax') {
      const [logits] = x.args;
      const logit = this.#pick(logits, action);
      const all = this.#logSumExp(logits);
      return this.#single(() => code.get(logit).get(all).do('f32.sub'));
    }
    if (x.leaf?.op === 'output') {
      const { address, stride } = this.#places.outputs(x.leaf);
      const offset = this.offset(x.leaf.at, stride);
      return this.#single(() =>
        code
          .get(offset)
          .get(chosen)
          .integer(2)
          .do('i32.shl', 'i32.add')
          .memory('f32.load', address),
      );
    }
    const values = this.of(x);
    return this.#stored(x.shape === 'mask' ? 'i32' : 'f32', () => {
      // select takes the first of two where the condition holds, so that the others lie below.
      code.get(values[0]);
      for (let a = 1; a < values.length; a++) {
        code.get(values[a]).get(chosen).integer(a).do('i32.eq', 'i32.eqz', 'select');
      }
    });
  }

  #fold(values: readonly number[], instruction: Instruction): number {
    const code = this.#code;
    return this.#single(() => {
      code.get(values[0]);
      for (const value of values.slice(1)) code.get(value).do(instruction);
    });
  }

  /** The first of the largest. */
  #argLargest(values: readonly number[]): number {
    const code = this.#code;
    const best = code.local('i32');
    const most = code.local('f32');
    const larger = code.local('i32');
    code.integer(0).set(best).get(values[0]).set(most);
    values.forEach((value, a) => {
      if (a === 0) return;
      code.get(value).get(most).do('f32.gt').set(larger);
      code.integer(a).get(best).get(larger).do('select').set(best);
      code.get(value).get(most).get(larger).do('select').set(most);
    });
    return best;
  }

  #exponentialsOf(x: LossNode): Exponentials {
    const known = this.#exponentials.get(x);
    if (known !== undefined) return known;
    const code = this.#code;
    const values = this.of(x);
    const most = this.#fold(values, 'f32.max');
    const each = values.map((value) =>
      this.#single(() => code.get(value).get(most).do('f32.sub').call(EXP)),
    );
    const found = { most, each, sum: this.#fold(each, 'f32.add') };
    this.#exponentials.set(x, found);
    return found;
  }

  #logSumExp(x: LossNode): number {
    const { most, sum } = this.#exponentialsOf(x);
    return this.#single(() => this.#code.get(most).get(sum).call(LOG).do('f32.add'));
  }

  #softmax(x: LossNode): readonly number[] {
    const code = this.#code;
    const { each, sum } = this.#exponentialsOf(x);
    return each.map((e) => {
      const share = this.#single(() => code.get(e).get(sum).do('f32.div'));
      return this.#single(() =>
        code.single(0).get(share).get(share).single(DUST).do('f32.lt', 'select'),
      );
    });
  }

  #softmaxMean(x: LossNode, y: LossNode): number {
    const code = this.#code;
    const { each, sum } = this.#exponentialsOf(x);
    return this.#single(() => {
      each.forEach((e, a) => {
        code.get(e).get(this.at(y, a)).do('f32.mul');
        if (a > 0) code.do('f32.add');
      });
      code.get(sum).do('f32.div');
    });
  }

  #residual(x: LossNode, action: number): readonly number[] {
    const code = this.#code;
    return this.#softmaxOf(x).map((p, a) =>
      this.#single(() => {
        code.get(p).single(1).do('f32.sub').get(p);
        code.get(action).integer(a).do('i32.eq', 'select');
      }),
    );
  }

  /** The softmax of a vector, once a row even where several nodes are made of it. */
  #softmaxOf(x: LossNode): readonly number[] {
    const known = this.#softmaxes.get(x);
    if (known !== undefined) return known;
    const made = this.#softmax(x);
    this.#softmaxes.set(x, made);
    return made;
  }

  #anyOrAll(mask: readonly number[]): readonly number[] {
    const code = this.#code;
    const none = this.#stored('i32', () => {
      code.get(mask[0]);
      for (const allowed of mask.slice(1)) code.get(allowed).do('i32.or');
      code.do('i32.eqz');
    });
    return mask.map((allowed) =>
      this.#stored('i32', () => code.get(allowed).get(none).do('i32.or')),
    );
  }

  #elementwise(node: LossNode): readonly number[] {
    const { op, args, shape } = node;
    const wide = shape === 'vector' || shape === 'mask';
    for (const arg of args) this.of(arg);
    return Array.from({ length: wide ? this.#places.actionCount : 1 }, (_, a) =>
      this.#stored(shape === 'flag' || shape === 'mask' ? 'i32' : 'f32', () => {
        const locals = args.map((arg) => this.at(arg, a));
        const [x, y, z] = locals;
        const code = this.#code;
        if (op === 'exp') code.get(x).call(EXP);
        else if (op === 'log') code.get(x).call(LOG);
        else if (op === 'square') code.get(x).get(x).do('f32.mul');
        else if (op === 'select') code.get(y).get(z).get(x).do('select');
        else {
          for (const local of locals) code.get(local);
          code.do(PLAIN[op]);
        }
      }),
    );
  }
}
