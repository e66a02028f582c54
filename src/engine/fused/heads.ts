import {
  ancestors,
  constantOf,
  type LossNode,
  type OutputPlace,
  type TruthPlace,
} from '../loss/graph';
import type { StackLoss } from '../loss/loss';
import { type RowLoss, rowLoss } from '../loss/rows';
import { MOST_OUTPUTS } from './layout';

/** What a head may ask of its stack while its program is written. */
export interface HeadContext {
  /** GLSL of the outputs of one of the learner's networks at the row: a texel. */
  outputs(place: OutputPlace): string;
  /** GLSL of a hyper-parameter's value for the row's seed. */
  hyper(name: string): string;
  /** GLSL of the row's sampled action, an int. */
  sampled(): string;
  /** GLSL of what the data contains at a state of the row, a sum of powers of two. */
  seen(at: OutputPlace['at']): string;
  /** GLSL of what is put in the place of target values at a state of the row: a texel. */
  truth(place: TruthPlace): string;
}

/** A learner's loss as GLSL. */
export interface Head {
  /** Statements before the gradients; `action`, `reward`, `continues` and `scale` (1 / rows) are given. */
  readonly code: string;
  /** GLSL of ∂total/∂outputs at the row, a texel a network, in their order. */
  readonly gradients: readonly string[];
  /** GLSL of the row's share of the terms, four to a texel. */
  readonly terms: readonly string[];
}

/** Functions that heads share. */
export const HEAD_FUNCTIONS = `
  float at(vec4 values, int a) {
    return a == 0 ? values.x : a == 1 ? values.y : a == 2 ? values.z : values.w;
  }
  bool at(bvec4 values, int a) {
    return a == 0 ? values.x : a == 1 ? values.y : a == 2 ? values.z : values.w;
  }
  vec4 only(int a) {
    return vec4(a == 0, a == 1, a == 2, a == 3);
  }
  float largest(vec4 values) {
    return max(max(values.x, values.y), max(values.z, values.w));
  }
  int argLargest(vec4 values) {
    float most = largest(values);
    return values.x == most ? 0 : values.y == most ? 1 : values.z == most ? 2 : 3;
  }
  vec4 softmax(vec4 values) {
    vec4 e = exp(values - largest(values));
    return e / dot(e, vec4(1.0));
  }
  float logSumExp(vec4 values) {
    float most = largest(values);
    return most + log(dot(exp(values - most), vec4(1.0)));
  }
  bvec4 bits(float sum) {
    int whole = int(sum);
    return bvec4((whole & 1) != 0, (whole & 2) != 0, (whole & 4) != 0, (whole & 8) != 0);
  }
`;

/** Largest exponent that is taken where the exponential is cut off anyway: drivers differ on infinity. */
const MOST_EXPONENT = 80;

const TYPES = { number: 'float', vector: 'vec4', action: 'int', flag: 'bool', mask: 'bvec4' };

const FUNCTIONS: Readonly<Record<string, string>> = {
  exp: 'exp',
  log: 'log',
  abs: 'abs',
  largest: 'largest',
  argLargest: 'argLargest',
  logSumExp: 'logSumExp',
  softmax: 'softmax',
};

const SIGNS: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
};

/**
 * A constant. What is no finite 32-bit number is written by its bits: there is no other word for it, and left
 * to be worked out, `log(0.0)` is 0 in Chromium.
 */
function literal(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return 'uintBitsToFloat(0x7fc00000u)';
  if (!Number.isFinite(single)) return `uintBitsToFloat(0x${single < 0 ? 'f' : '7'}f800000u)`;
  const text = value.toExponential();
  return value < 0 ? `(${text})` : text;
}

/** Prints the nodes of a loss, a statement each. */
class NodePrinter {
  readonly statements: string[] = [];
  readonly #context: HeadContext;
  readonly #printed = new Set<LossNode>();

  constructor(context: HeadContext) {
    this.#context = context;
  }

  /** The variable, or the literal, that a node is. */
  of(root: LossNode): string {
    for (const node of ancestors([root])) {
      if (this.#printed.has(node) || constantOf(node) !== null) continue;
      this.#printed.add(node);
      this.statements.push(`${TYPES[node.shape]} ${nameOf(node)} = ${this.#print(node)};`);
    }
    return nameOf(root);
  }

  #print(node: LossNode): string {
    if (node.leaf !== null) return this.#leaf(node);
    const [x, y, z] = node.args;
    const [a, b] = node.args.map(nameOf);
    const plain = FUNCTIONS[node.op];
    if (plain !== undefined) return `${plain}(${a})`;
    const sign = SIGNS[node.op];
    if (sign !== undefined) return `${a} ${sign} ${b}`;
    const wide = (arg: LossNode) => (isWide(arg) ? nameOf(arg) : `vec4(${nameOf(arg)})`);
    switch (node.op) {
      case 'negate':
        return `-${a}`;
      case 'square':
        return `${a} * ${a}`;
      case 'minimum':
        return this.#minimum(node, wide);
      case 'maximum':
        return isWide(node) ? `max(${wide(x)}, ${wide(y)})` : `max(${a}, ${b})`;
      case 'less':
        return isWide(node) ? `lessThan(${wide(x)}, ${wide(y)})` : `${a} < ${b}`;
      case 'lessEqual':
        return isWide(node) ? `lessThanEqual(${wide(x)}, ${wide(y)})` : `${a} <= ${b}`;
      case 'select':
        if (x.shape === 'mask') return `mix(${wide(z)}, ${wide(y)}, ${a})`;
        return isWide(node) ? `${a} ? ${wide(y)} : ${wide(z)}` : `${a} ? ${b} : ${nameOf(z)}`;
      case 'sum':
        return `dot(${a}, vec4(1.0))`;
      case 'logSoftmax':
        return `${a} - logSumExp(${a})`;
      case 'softmaxMean':
        return `dot(softmax(${a}), ${b})`;
      case 'pick':
        return `at(${a}, ${b})`;
      case 'residual':
        return `softmax(${a}) - only(${b})`;
      case 'anyOrAll':
        return `any(${a}) ? ${a} : bvec4(true)`;
      default:
        throw new Error(`There is no GLSL of ${node.op}.`);
    }
  }

  #minimum(node: LossNode, wide: (arg: LossNode) => string): string {
    const cut = (arg: LossNode) => {
      if (arg.op !== 'exp') return isWide(node) ? wide(arg) : nameOf(arg);
      const exponent = isWide(node) ? wide(arg.args[0]) : nameOf(arg.args[0]);
      return `exp(min(${exponent}, ${isWide(node) ? `vec4(${MOST_EXPONENT})` : `${MOST_EXPONENT}.0`}))`;
    };
    return `min(${node.args.map(cut).join(', ')})`;
  }

  #leaf({ leaf, shape }: LossNode): string {
    switch (leaf?.op) {
      case 'hyper':
        return this.#context.hyper(leaf.name);
      case 'actionCount':
        return `${MOST_OUTPUTS}.0`;
      case 'terminal':
        return '1.0 - continues';
      case 'drawn':
        return this.#context.sampled();
      case 'seen':
        return `bits(${this.#context.seen(leaf.at)})`;
      case 'truth':
      case 'output': {
        const texel = leaf.op === 'truth' ? this.#context.truth(leaf) : this.#context.outputs(leaf);
        return shape === 'vector' ? texel : `${texel}.x`;
      }
      case 'reward':
      case 'continues':
      case 'action':
        return leaf.op;
      default:
        throw new Error('A node without arguments is a leaf.');
    }
  }
}

const isWide = ({ shape }: LossNode) => shape === 'vector' || shape === 'mask';

function nameOf(node: LossNode): string {
  const constant = constantOf(node);
  return constant === null ? `n${node.id}` : literal(constant);
}

function gradientOf(
  { means }: RowLoss,
  nodes: NodePrinter,
  network: string,
  outputs: number,
): string {
  const parts = means
    .flatMap(({ gradients }) => gradients.filter((own) => own.network === network))
    .flatMap(({ all, at }) => {
      const name = all === null ? null : nodes.of(all);
      const whole =
        all === null
          ? []
          : isWide(all)
            ? [`${name}`]
            : [outputs === 1 ? `vec4(${name}, 0.0, 0.0, 0.0)` : `vec4(${name})`];
      const single = at.map(
        ({ action, value }) => `only(${nodes.of(action)}) * ${nodes.of(value)}`,
      );
      return [...whole, ...single];
    });
  return parts.length === 0 ? 'vec4(0.0)' : `scale * (${parts.join(' + ')})`;
}

/** Prints a loss for the fused programs, gradients and terms of one row. */
export function printHead(
  loss: StackLoss,
  networks: readonly { readonly name: string; readonly outputs: number }[],
  context: HeadContext,
): Head {
  const rows = rowLoss(loss);
  const nodes = new NodePrinter(context);
  const terms = rows.terms.map(({ means }) => {
    const parts = means.map(({ place, weight }) => {
      const value = nodes.of(rows.means[place].value);
      return constantOf(weight) === 1 ? value : `${nodes.of(weight)} * ${value}`;
    });
    return parts.length === 0 ? '0.0' : parts.join(' + ');
  });
  const gradients = networks.map(({ name, outputs }) => gradientOf(rows, nodes, name, outputs));
  const texels = Array.from({ length: Math.ceil(terms.length / 4) }, (_, t) => {
    const lanes = Array.from({ length: 4 }, (_, lane) => terms[4 * t + lane] ?? '0.0');
    return `vec4(${lanes.join(', ')})`;
  });
  return {
    code: nodes.statements.join('\n      '),
    gradients,
    terms: texels,
  };
}
