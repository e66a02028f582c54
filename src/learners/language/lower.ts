import {
  constantOf,
  LEAST,
  type LossGraph,
  type LossNode,
  type LossShape,
} from '../../engine/loss/graph';
import type { WeightedMean } from '../../engine/loss/loss';
import { program as texts } from '../../texts/program';
import { bodyOf, type Variant } from './choices';
import { nearestName, WORDS_OF_EXPRESSIONS } from './expression';
import { ProgramFault, type Span } from './fault';
import { FreeIndices } from './indices';
import type { Definition, NetworkStatement, Program, Tree } from './tree';

/** What networks, knobs and terms are called outside of a program, by their names in it. */
export interface Names {
  readonly networks?: Readonly<Record<string, string>>;
  readonly knobs?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, string>>;
}

/** Means over the minibatch, summed. */
interface Means {
  readonly means: readonly WeightedMean[];
}

/** What an expression stands for. */
export type Value = LossNode | Means;

export function isMeans(value: Value): value is Means {
  return 'means' in value;
}

/** Where an expression is taken: what `s` is, and which copy every index is. */
interface Scope {
  readonly at: 'state' | 'nextState';
  readonly indices: ReadonlyMap<string, number>;
}

const AT_ROW: Scope = { at: 'state', indices: new Map() };

type Of<K extends Tree['kind']> = Extract<Tree, { readonly kind: K }>;

/** Makes nodes of the expressions of a program, each definition once for where it is taken. */
export class Lowering {
  readonly #program: Program;
  readonly #graph: LossGraph;
  readonly #variant: Variant;
  readonly #names: Names;
  readonly #withTruth: boolean;
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #known = new Map<string, Value>();
  readonly #underway = new Set<string>();
  readonly #free: FreeIndices;

  /** @param withTruth targets are read with truth put in their place where the learner is given some. */
  constructor(
    program: Program,
    graph: LossGraph,
    variant: Variant,
    names: Names,
    withTruth = false,
  ) {
    this.#program = program;
    this.#graph = graph;
    this.#variant = variant;
    this.#names = names;
    this.#withTruth = withTruth;
    this.#definitions = new Map(program.definitions.map((own) => [own.name, own]));
    this.#free = new FreeIndices(this.#definitions);
  }

  /** What a tree stands for at a row. */
  value(tree: Tree): Value {
    return this.#value(tree, AT_ROW);
  }

  /** What a definition stands for; null where that follows an index, so that it is not one thing. */
  definition(name: string): Value | null {
    const own = this.#definitions.get(name);
    if (own === undefined) return null;
    const free = this.#free.of(own);
    if (free.size === 0) return this.#defined(own, AT_ROW);
    const indices = new Map([...free].map((index) => [index, 1]));
    this.#defined(own, { at: 'state', indices });
    return null;
  }

  /** What an argmax is taken of, with those actions put out of reach that it leaves out. */
  allowed(tree: Of<'over'>): LossNode {
    const x = this.#wide(tree.of, AT_ROW);
    return tree.where === null ? x : this.#masked(x, this.#mask(tree.where, AT_ROW), LEAST);
  }

  #fault(span: Span, sentence: string): ProgramFault {
    return new ProgramFault(this.#program.source, span, sentence);
  }

  #wrong(
    span: Span,
    expected: keyof ReturnType<typeof texts>['shapes'],
    found: Value,
  ): ProgramFault {
    const { shapes } = texts();
    const shape = isMeans(found) ? 'mean' : found.shape;
    if (expected === 'number' && (shape === 'flag' || shape === 'mask')) {
      return this.#fault(span, texts().indicator);
    }
    return this.#fault(span, texts().wrongShape(shapes[expected], shapes[shape]));
  }

  #value(tree: Tree, scope: Scope): Value {
    const found = this.#lower(tree, scope);
    if (this.#graph.full) throw this.#fault(tree, texts().tooLarge);
    return found;
  }

  #lower(tree: Tree, scope: Scope): Value {
    switch (tree.kind) {
      case 'number':
        return this.#graph.constant(tree.value);
      case 'name':
        return this.#name(tree, scope);
      case 'call':
        return this.#call(tree, scope);
      case 'function':
        return this.#function(tree, scope);
      case 'over':
        return tree.index === null ? this.#over(tree, scope) : this.#overCopies(tree, scope);
      case 'pair':
        return this.#graph.make(
          tree.name === 'min' ? 'minimum' : 'maximum',
          this.#arithmetic(tree.left, scope),
          this.#arithmetic(tree.right, scope),
        );
      case 'negative': {
        const value = this.#value(tree.of, scope);
        if (isMeans(value)) return this.#scaled(value, (w) => this.#graph.make('negate', w));
        return this.#graph.make('negate', this.#checked(tree.of, value));
      }
      case 'indicator': {
        const condition = this.#value(tree.of, scope);
        if (isMeans(condition) || (condition.shape !== 'flag' && condition.shape !== 'mask')) {
          throw this.#wrong(tree.of, 'flag', condition);
        }
        return this.#graph.make(
          'select',
          condition,
          this.#graph.constant(1),
          this.#graph.constant(0),
        );
      }
      case 'binary':
        return this.#binary(tree, scope);
    }
  }

  /** A number, once or for every action. */
  #arithmetic(tree: Tree, scope: Scope): LossNode {
    const value = this.#value(tree, scope);
    if (isMeans(value)) throw this.#fault(tree, texts().statistic);
    return this.#checked(tree, value);
  }

  #checked(span: Span, value: LossNode): LossNode {
    if (value.shape !== 'number' && value.shape !== 'vector') {
      throw this.#wrong(span, 'number', value);
    }
    return value;
  }

  #shaped(tree: Tree, scope: Scope, shape: LossShape): LossNode {
    const value = this.#value(tree, scope);
    if (isMeans(value) || value.shape !== shape) throw this.#wrong(tree, shape, value);
    return value;
  }

  #wide(tree: Tree, scope: Scope): LossNode {
    return this.#shaped(tree, scope, 'vector');
  }

  #mask(tree: Tree, scope: Scope): LossNode {
    return this.#graph.make('anyOrAll', this.#shaped(tree, scope, 'mask'));
  }

  #masked(x: LossNode, mask: LossNode, otherwise: number): LossNode {
    return this.#graph.make('select', mask, x, this.#graph.constant(otherwise));
  }

  #scaled({ means }: Means, scale: (weight: LossNode) => LossNode): Means {
    return { means: means.map(({ weight, value }) => ({ weight: scale(weight), value })) };
  }

  #name({ name, index, ...span }: Of<'name'>, scope: Scope): Value {
    const own = this.#definitions.get(name);
    if (own !== undefined) {
      if (own.ofState) throw this.#fault(span, texts().needsState(name));
      return this.#defined(own, scope);
    }
    const { knobs, networks, policies } = this.#program;
    if (knobs.some((knob) => knob.name === name)) {
      return this.#graph.leaf({ op: 'hyper', name: this.#names.knobs?.[name] ?? name });
    }
    if (index === null && name === 'r') return this.#graph.leaf({ op: 'reward' });
    if (index === null && name === 'd') return this.#graph.leaf({ op: 'terminal' });
    if (index === null && name === 'a') return this.#graph.leaf({ op: 'action' }, 'action');
    if (index === null && name === 'ã') return this.#graph.leaf({ op: 'drawn' }, 'action');
    if (index === null && name === 'γ') return this.#graph.leaf({ op: 'hyper', name: 'gamma' });
    const network = networks.find((one) => one.name === name || one.target === name);
    if (network !== undefined) {
      const { wholeNetwork, needsState } = texts();
      throw this.#fault(span, network.ofActions ? wholeNetwork(name) : needsState(name));
    }
    if (policies.some((policy) => policy.name === name)) {
      throw this.#fault(span, texts().wholePolicy(name));
    }
    throw this.#unknown(name, span);
  }

  #unknown(name: string, span: Span): ProgramFault {
    const { called, plain } = this.#program.names;
    const known = [...plain, ...called, 'r', 'd', 'a', 'ã', 'γ', ...WORDS_OF_EXPRESSIONS];
    return this.#fault(span, texts().unknown(name, nearestName(name, known)));
  }

  #defined(own: Definition, scope: Scope): Value {
    const { name } = own;
    const key = JSON.stringify([name, scope.at, [...scope.indices]]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#underway.has(name)) throw this.#fault(own, texts().circular(name));
    this.#underway.add(name);
    const value = this.#value(bodyOf(this.#program, own, this.#variant), scope);
    this.#underway.delete(name);
    this.#known.set(key, value);
    return value;
  }

  #call(tree: Of<'call'>, scope: Scope): Value {
    const { name, place } = tree;
    const at = place === 's′' ? 'nextState' : scope.at;
    if (name === 'seen' && !this.#definitions.has(name)) {
      if (tree.action !== null || tree.given) throw this.#fault(tree, texts().needsState(name));
      return this.#graph.leaf({ op: 'seen', at }, 'mask');
    }
    const own = this.#definitions.get(name);
    if (own !== undefined) {
      if (!own.ofState || tree.action !== null) {
        throw this.#fault(tree, texts().needsState(name));
      }
      return this.#defined(own, { ...scope, at });
    }
    const { networks, policies } = this.#program;
    if (policies.some((policy) => policy.name === name)) return this.#policy(tree, scope, at);
    const network = networks.find((one) => one.name === name || one.target === name);
    if (network === undefined) throw this.#unknown(name, tree);
    return this.#network(tree, network, scope, at);
  }

  #policy(tree: Of<'call'>, scope: Scope, at: Scope['at']): LossNode {
    const { name, action } = tree;
    if (!tree.given || action === null) throw this.#fault(tree, texts().wholePolicy(name));
    const network = this.#names.networks?.[name] ?? name;
    const logits = this.#graph.leaf({ op: 'output', network, of: 'online', at }, 'vector');
    return this.#at(this.#graph.make('softmax', logits), action, scope);
  }

  #network(tree: Of<'call'>, network: NetworkStatement, scope: Scope, at: Scope['at']): LossNode {
    const { name, action } = tree;
    const of = name === network.target ? 'target' : 'online';
    if (tree.given || network.ofActions !== (action !== null)) {
      const { wholeNetwork, needsState } = texts();
      throw this.#fault(tree, network.ofActions ? wholeNetwork(name) : needsState(name));
    }
    const base = this.#names.networks?.[network.name] ?? network.name;
    const copy = this.#copy(tree, network, scope);
    const plain = this.#graph.leaf(
      { op: 'output', network: copy === null ? base : `${base}${copy}`, of, at },
      network.ofActions ? 'vector' : 'number',
    );
    const putIn = of === 'target' && this.#withTruth;
    const outputs = putIn ? this.#graph.withTruth(plain, at) : plain;
    return action === null ? outputs : this.#at(outputs, action, scope);
  }

  #copy(
    { name, index, ...span }: Of<'call'>,
    { copies }: NetworkStatement,
    { indices }: Scope,
  ): number | null {
    if (copies === null) {
      if (index !== null) throw this.#fault(span, texts().noIndex(name));
      return null;
    }
    if (index === null) throw this.#fault(span, texts().needsIndex(name));
    const copy = /^\d/.test(index) ? Number(index) : indices.get(index);
    if (copy === undefined) throw this.#fault(span, texts().unknownIndex(index));
    if (copy < copies.from || copy > copies.to) {
      throw this.#fault(span, texts().outside(name, copies.from, copies.to));
    }
    return copy;
  }

  #at(vector: LossNode, action: Tree | '·', scope: Scope): LossNode {
    if (action === '·') return vector;
    return this.#graph.make('pick', vector, this.#shaped(action, scope, 'action'));
  }

  #function(tree: Of<'function'>, scope: Scope): LossNode {
    const { name, of } = tree;
    if (name !== 'sg') return this.#graph.make(name, this.#arithmetic(of, scope));
    const value = this.#value(of, scope);
    if (isMeans(value)) throw this.#fault(of, texts().statistic);
    return this.#graph.make('stop', value);
  }

  #over(tree: Of<'over'>, scope: Scope): Value {
    const { name, of, where } = tree;
    const graph = this.#graph;
    const value = this.#value(of, scope);
    if (isMeans(value)) throw this.#fault(of, texts().statistic);
    const x = this.#checked(of, value);
    if (x.shape === 'number') return this.#overOne(tree, x);
    const mask = where === null ? null : this.#mask(where, scope);
    const masked = (vector: LossNode, otherwise: number) =>
      mask === null ? vector : this.#masked(vector, mask, otherwise);
    switch (name) {
      case 'Σ':
        return graph.make('sum', masked(x, 0));
      case 'mean': {
        const count =
          mask === null
            ? graph.leaf({ op: 'actionCount' })
            : graph.make('sum', this.#masked(graph.constant(1), mask, 0));
        return graph.make('divide', graph.make('sum', masked(x, 0)), count);
      }
      case 'max':
        return graph.make('largest', masked(x, LEAST));
      case 'min': {
        const negative = graph.make('negate', x);
        return graph.make('negate', graph.make('largest', masked(negative, LEAST)));
      }
      case 'argmax':
        return graph.make('argLargest', masked(x, LEAST));
      case 'softmax':
        return graph.make('softmax', masked(x, LEAST));
      case 'logsumexp':
        return graph.make('logSumExp', masked(x, LEAST));
    }
  }

  /** Of one value: its mean is one over the minibatch, and what is taken over all actions is itself. */
  #overOne({ name, of, where }: Of<'over'>, x: LossNode): Value {
    if (where !== null || name === 'argmax') throw this.#wrong(of, 'vector', x);
    if (name === 'mean') return { means: [{ weight: this.#graph.constant(1), value: x }] };
    return name === 'softmax' ? this.#graph.constant(1) : x;
  }

  #overCopies({ name, index, of, where, ...span }: Of<'over'>, scope: Scope): Value {
    const { networks } = this.#program;
    const copies = networks.find((one) => one.copies?.index === index)?.copies;
    if (!copies || index === null) throw this.#fault(span, texts().noCopies(index ?? ''));
    if (name === 'argmax' || name === 'softmax' || name === 'logsumexp' || where !== null) {
      throw this.#fault(span, texts().unknownIndex(index));
    }
    const values = Array.from({ length: copies.to }, (_, i) =>
      this.#value(of, { ...scope, indices: new Map([...scope.indices, [index, i + 1]]) }),
    );
    const means = values.flatMap((value) => (isMeans(value) ? value.means : []));
    if (means.length > 0) {
      if (name !== 'Σ') throw this.#fault(of, texts().statistic);
      return { means };
    }
    const nodes = values.map((value) => this.#checked(of, value as LossNode));
    const op = name === 'min' ? 'minimum' : name === 'max' ? 'maximum' : 'add';
    const all = nodes.reduce((sum, node) => this.#graph.make(op, sum, node));
    return name === 'mean' ? this.#graph.make('divide', all, this.#graph.constant(copies.to)) : all;
  }

  #binary(tree: Of<'binary'>, scope: Scope): Value {
    const graph = this.#graph;
    const left = this.#value(tree.left, scope);
    const right = this.#value(tree.right, scope);
    if (isMeans(left) || isMeans(right)) return this.#meansOf(tree, left, right);
    const x = this.#checked(tree.left, left);
    const y = this.#checked(tree.right, right);
    switch (tree.sign) {
      case '+':
        return graph.make('add', x, y);
      case '−':
        return graph.make('subtract', x, y);
      case '·':
        return graph.make('multiply', x, y);
      case '/':
        return graph.make('divide', x, y);
      case '<':
        return graph.make('less', x, y);
      case '>':
        return graph.make('less', y, x);
      case '≤':
        return graph.make('lessEqual', x, y);
      case '≥':
        return graph.make('lessEqual', y, x);
    }
  }

  /** What is minimised is linear in means: that makes gradients row by row. */
  #meansOf(tree: Of<'binary'>, left: Value, right: Value): Means {
    const graph = this.#graph;
    const { sign } = tree;
    if (sign === '+' || sign === '−') {
      if (!isMeans(left)) throw this.#wrong(tree.left, 'mean', left);
      if (!isMeans(right)) throw this.#wrong(tree.right, 'mean', right);
      const second = sign === '+' ? right : this.#scaled(right, (w) => graph.make('negate', w));
      return { means: [...left.means, ...second.means] };
    }
    if (sign === '·' && !(isMeans(left) && isMeans(right))) {
      const [means, factor, span] = isMeans(left)
        ? [left, right as LossNode, tree.right]
        : [right as Means, left, tree.left];
      this.#sameForAll(span, factor);
      return this.#scaled(means, (w) =>
        constantOf(w) === 1 ? factor : graph.make('multiply', factor, w),
      );
    }
    if (sign === '/' && isMeans(left) && !isMeans(right)) {
      this.#sameForAll(tree.right, right);
      return this.#scaled(left, (w) => graph.make('divide', w, right));
    }
    throw this.#fault(tree, texts().statistic);
  }

  #sameForAll(span: Span, factor: LossNode): void {
    if (factor.shape !== 'number' || !factor.sameForAll) throw this.#fault(span, texts().weight);
  }
}
