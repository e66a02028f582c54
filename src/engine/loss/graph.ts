import { exp, log } from '../../random/elementary';
/**
 * What a node of a loss is, at one row of the minibatch: a number, a number for every action, an action,
 * or whether something holds, once or for every action.
 */
export type LossShape = 'number' | 'vector' | 'action' | 'flag' | 'mask';

/** Where a network is read: whose parameters, at which state of the row. */
export interface OutputPlace {
  readonly network: string;
  readonly of: 'online' | 'target';
  readonly at: 'state' | 'nextState';
}

/** Which table of truth is read, and at which state of the row. */
export interface TruthPlace {
  readonly of: 'actions' | 'state';
  readonly at: OutputPlace['at'];
}

/** What a node without arguments stands for. */
export type LossLeaf =
  | { readonly op: 'constant'; readonly value: number }
  /** A hyper-parameter of the learner, the same for all rows. */
  | { readonly op: 'hyper'; readonly name: string }
  /** r, d (1 where the next state ends the episode), 1 − d, and how many actions there are. */
  | { readonly op: 'reward' | 'terminal' | 'continues' | 'actionCount' }
  /** a, and the uniformly drawn ã. */
  | { readonly op: 'action' | 'drawn' }
  /** What a network says of the row: a vector, or a number where it has one output. */
  | ({ readonly op: 'output' } & OutputPlace)
  /** Which actions the data contains at a state of the row. */
  | { readonly op: 'seen'; readonly at: OutputPlace['at'] }
  /** What stands in the place of a target's values at a state of the row, `NOT_PUT_IN` where nothing does. */
  | ({ readonly op: 'truth' } & TruthPlace);

/** Operations number by number. */
export type ElementwiseOp =
  | 'negate'
  | 'exp'
  | 'log'
  | 'abs'
  | 'square'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'minimum'
  | 'maximum'
  | 'less'
  | 'lessEqual'
  /** Condition, then, else. */
  | 'select';

/** Operations that look at all actions. */
export type ActionsOp =
  | 'sum'
  | 'largest'
  /** The first of the largest. */
  | 'argLargest'
  | 'logSumExp'
  | 'softmax'
  | 'logSoftmax'
  /** Σ softmax(x)·y by one division. */
  | 'softmaxMean'
  /** The vector's number at an action. */
  | 'pick'
  /** softmax(x) less 1 at an action: the gradient of −log softmax(x) there. */
  | 'residual'
  /** A mask, or all actions where it allows none. */
  | 'anyOrAll';

export type LossOp = LossLeaf['op'] | ElementwiseOp | ActionsOp | 'stop';

/** A node of a loss as a graph; equal nodes of one graph are the same object. */
export interface LossNode {
  /** In the order of making: arguments come before what uses them. */
  readonly id: number;
  readonly op: LossOp;
  readonly shape: LossShape;
  readonly args: readonly LossNode[];
  /** What a leaf stands for. */
  readonly leaf: LossLeaf | null;
  /** It follows the online outputs at the batch's states, so that a gradient passes through it. */
  readonly differentiable: boolean;
  /** It is the same for all rows: made of constants and hyper-parameters alone. */
  readonly sameForAll: boolean;
}

/** A number that stands for −∞ where 32-bit floats compute with it: its exponential is 0. */
export const LEAST = -3e38;

/** Marks in tables of truth what is left to the target; all below half of it counts as the mark. */
export const NOT_PUT_IN = -3e38;

const ELEMENTWISE: ReadonlySet<string> = new Set<ElementwiseOp>([
  'negate',
  'exp',
  'log',
  'abs',
  'square',
  'add',
  'subtract',
  'multiply',
  'divide',
  'minimum',
  'maximum',
  'less',
  'lessEqual',
  'select',
]);

export function isElementwise(op: LossOp): op is ElementwiseOp {
  return ELEMENTWISE.has(op);
}

function shapeOf(op: LossOp, args: readonly LossNode[]): LossShape {
  if (op === 'less' || op === 'lessEqual') {
    return args.some(({ shape }) => shape === 'vector') ? 'mask' : 'flag';
  }
  if (op === 'select') {
    const wide = args.some(({ shape }) => shape === 'vector' || shape === 'mask');
    return wide ? 'vector' : 'number';
  }
  if (isElementwise(op)) return args.some(({ shape }) => shape === 'vector') ? 'vector' : 'number';
  if (op === 'argLargest') return 'action';
  if (op === 'softmax' || op === 'logSoftmax' || op === 'residual') return 'vector';
  if (op === 'anyOrAll') return 'mask';
  if (op === 'pick') return args[0].shape === 'mask' ? 'flag' : 'number';
  if (op === 'stop') return args[0].shape;
  return 'number';
}

const ARITHMETIC: Partial<Record<LossOp, (...numbers: number[]) => number>> = {
  negate: (x) => -x,
  exp,
  log,
  abs: Math.abs,
  square: (x) => x * x,
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  minimum: Math.min,
  maximum: Math.max,
};

/** The constant that a node is, or null. */
export function constantOf({ leaf }: LossNode): number | null {
  return leaf?.op === 'constant' ? leaf.value : null;
}

/**
 * Makes the nodes of one loss. Equal nodes are made once, and what can be said more simply without
 * another result is: only such steps are taken as give the same 32-bit number.
 */
export class LossGraph {
  readonly #known = new Map<string, LossNode>();
  readonly #most: number;

  /** @param most nodes at which it counts as full; nothing is refused, but whoever fills it should stop. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  get full(): boolean {
    return this.#known.size > this.#most;
  }

  leaf(leaf: LossLeaf, shape: LossShape = 'number'): LossNode {
    const differentiable = leaf.op === 'output' && leaf.of === 'online' && leaf.at === 'state';
    const sameForAll = leaf.op === 'constant' || leaf.op === 'hyper' || leaf.op === 'actionCount';
    // JSON knows neither infinity nor what is no number, and would take them for one another.
    const key = leaf.op === 'constant' ? `constant ${leaf.value}` : JSON.stringify(leaf);
    return this.#intern(key, { op: leaf.op, shape, args: [], leaf, differentiable, sameForAll });
  }

  constant(value: number): LossNode {
    return this.leaf({ op: 'constant', value });
  }

  /** Outputs of a target, where truth is put in its place: that; elsewhere the outputs themselves. */
  withTruth(outputs: LossNode, at: OutputPlace['at']): LossNode {
    const wide = outputs.shape === 'vector';
    const truth = this.leaf({ op: 'truth', of: wide ? 'actions' : 'state', at }, outputs.shape);
    const isPutIn = this.make('less', this.constant(NOT_PUT_IN / 2), truth);
    return this.make('select', isPutIn, truth, outputs);
  }

  /** An operation on nodes of this graph. */
  make(op: ElementwiseOp | ActionsOp | 'stop', ...args: readonly LossNode[]): LossNode {
    return this.#simpler(op, args) ?? this.#plain(op, args);
  }

  #plain(op: LossOp, args: readonly LossNode[]): LossNode {
    const stops = op === 'stop' || op === 'argLargest' || op === 'less' || op === 'lessEqual';
    return this.#intern(`${op} ${args.map(({ id }) => id).join(' ')}`, {
      op,
      shape: shapeOf(op, args),
      args,
      leaf: null,
      differentiable: !stops && args.some(({ differentiable }) => differentiable),
      sameForAll: args.every(({ sameForAll }) => sameForAll),
    });
  }

  #intern(key: string, node: Omit<LossNode, 'id'>): LossNode {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = { id: this.#known.size, ...node };
    this.#known.set(key, made);
    return made;
  }

  /** The same in fewer or better operations; null where it is plain already. */
  #simpler(op: LossOp, args: readonly LossNode[]): LossNode | null {
    const [x, y] = args;
    const numbers = args.map(constantOf);
    const compute = ARITHMETIC[op];
    if (compute !== undefined && numbers.every((number) => number !== null)) {
      return this.constant(compute(...(numbers as number[])));
    }
    switch (op) {
      case 'negate':
        return x.op === 'negate' ? x.args[0] : null;
      case 'add':
        if (numbers[1] === 0) return x;
        if (numbers[0] === 0) return y;
        return y.op === 'negate' ? this.make('subtract', x, y.args[0]) : null;
      case 'subtract':
        if (numbers[1] === 0) return x;
        if (numbers[0] === 0) return this.make('negate', y);
        if (numbers[0] === 1 && y.op === 'terminal') return this.leaf({ op: 'continues' });
        return y.op === 'negate' ? this.make('add', x, y.args[0]) : null;
      case 'multiply':
        if (numbers[1] === 1) return x;
        if (numbers[0] === 1) return y;
        if (numbers[1] === -1) return this.make('negate', x);
        if (numbers[0] === -1) return this.make('negate', y);
        return this.#signOutside(op, x, y);
      case 'divide':
        return numbers[1] === 1 ? x : this.#signOutside(op, x, y);
      case 'square':
      case 'abs':
        return x.op === 'negate' ? this.make(op, x.args[0]) : null;
      case 'select':
        return args[1] === args[2] ? args[1] : null;
      case 'log':
        return this.#logarithm(x);
      case 'stop':
        return x.differentiable ? null : x;
      case 'pick':
        return this.#pick(x, y);
      default:
        return null;
    }
  }

  #signOutside(op: 'multiply' | 'divide', x: LossNode, y: LossNode): LossNode | null {
    if (x.op === 'negate' && y.op === 'negate') return this.make(op, x.args[0], y.args[0]);
    if (x.op === 'negate') return this.make('negate', this.make(op, x.args[0], y));
    if (y.op === 'negate') return this.make('negate', this.make(op, x, y.args[0]));
    return null;
  }

  /** Logarithms of exponentials and of probabilities without the detour that overflows. */
  #logarithm(x: LossNode): LossNode | null {
    if (x.op === 'exp') return x.args[0];
    if (x.op === 'sum' && x.args[0].op === 'exp') {
      const [exponent] = x.args[0].args;
      return exponent.shape === 'vector' ? this.make('logSumExp', exponent) : null;
    }
    if (x.op === 'softmax') return this.make('logSoftmax', x.args[0]);
    if (x.op === 'pick' && x.args[0].op === 'softmax') {
      return this.make('pick', this.make('logSoftmax', x.args[0].args[0]), x.args[1]);
    }
    return null;
  }

  /** The number at an action of what is made action by action is made of the numbers there. */
  #pick(x: LossNode, action: LossNode): LossNode | null {
    if (x.shape !== 'vector' && x.shape !== 'mask') return x;
    if (x.op === 'stop') return this.make('stop', this.make('pick', x.args[0], action));
    if (!isElementwise(x.op)) return null;
    return this.make(x.op, ...x.args.map((arg) => this.make('pick', arg, action)));
  }
}

/** Everything that some nodes are made of, arguments first, each once. */
export function ancestors(roots: readonly LossNode[]): readonly LossNode[] {
  const found = new Set<LossNode>();
  const visit = (node: LossNode) => {
    if (found.has(node)) return;
    for (const arg of node.args) visit(arg);
    found.add(node);
  };
  for (const root of roots) visit(root);
  return [...found];
}
