import { ancestors, LossGraph, type LossNode } from '../../engine/loss/graph';
import {
  type LossTerm,
  type StackLoss,
  stackLoss,
  type WeightedMean,
} from '../../engine/loss/loss';
import { program as texts } from '../../texts/program';
import { ProgramFault, type Span } from './fault';
import { isMeans, Lowering, type Names } from './lower';
import { parseExpression } from './parse';
import type { Program, Tree } from './tree';

/** A network that a program declares. */
export interface ProgramNetwork {
  readonly name: string;
  readonly output: 'actions' | 'value';
  readonly target: boolean;
  /** Its outputs are logits of a distribution over actions. */
  readonly policy: boolean;
}

/** How a program acts at a state. */
export interface Acting {
  /** The action with the largest of these is taken. */
  readonly scores: LossNode;
  /** The network of logits, where the scores are the probabilities of a learned distribution. */
  readonly policy: string | null;
}

/** A program for one choice of its options. */
export interface CompiledProgram {
  readonly networks: readonly ProgramNetwork[];
  readonly loss: StackLoss;
  readonly act: Acting;
  /** The value of s that is believed in; null where the program believes in none. */
  readonly believe: LossNode | null;
  /**
   * Values of all actions whose mean under the policy that is deployed is what the program believes in: where
   * it believes in the largest of what it acts on, or in Σ π(·|s) x of the distribution that it acts by.
   */
  readonly deployed: LossNode | null;
  /** The action values of s that maps show: the smallest of the copies; null where there are none. */
  readonly values: LossNode | null;
  /** What its names stand for that are numbers of a row, once or for every action. */
  readonly definitions: ReadonlyMap<string, LossNode>;
  /** An expression in the names of the program, at a row. Throws ProgramFault. */
  readonly node: (expression: string) => LossNode;
}

/** Nodes of a loss at most, with what its names stand for put in their place. */
const MOST_NODES = 2000;

const ONLY_AT_STATE = new Set(['reward', 'terminal', 'continues', 'action', 'drawn']);

function networksOf({ networks, policies, learned }: Program, names: Names): ProgramNetwork[] {
  return learned.flatMap((declared): ProgramNetwork[] => {
    const found = networks.find(({ name }) => name === declared);
    if (found === undefined) {
      const { name } = policies.find((policy) => policy.name === declared) ?? { name: declared };
      const own = names.networks?.[name] ?? name;
      return [{ name: own, output: 'actions', target: false, policy: true }];
    }
    const { name, copies, target, ofActions } = found;
    const base = names.networks?.[name] ?? name;
    const count = copies === null ? 1 : copies.to;
    return Array.from({ length: count }, (_, i) => ({
      name: copies === null ? base : `${base}${i + 1}`,
      output: ofActions ? 'actions' : 'value',
      target: target !== null,
      policy: false,
    }));
  });
}

function deployedOf({ scores, policy }: Acting, { op, args }: LossNode): LossNode | null {
  if (op === 'largest') return args[0] === scores ? scores : null;
  if (op !== 'sum' || policy === null || args[0].op !== 'multiply') return null;
  const [left, right] = args[0].args;
  if (left === scores) return right;
  return right === scores ? left : null;
}

class Compilation {
  readonly #program: Program;
  readonly #lowering: Lowering;
  /** Of how it acts and what it believes, in which no truth is put. */
  readonly #asDeployed: Lowering;
  readonly #graph = new LossGraph(MOST_NODES);
  readonly #names: Names;

  constructor(
    program: Program,
    variant: Readonly<Record<string, string>>,
    names: Names,
    withTruth: boolean,
  ) {
    this.#program = program;
    this.#names = names;
    this.#asDeployed = new Lowering(program, this.#graph, variant, names);
    this.#lowering = withTruth
      ? new Lowering(program, this.#graph, variant, names, true)
      : this.#asDeployed;
  }

  compiled(): CompiledProgram {
    const { minimise, act, believe } = this.#program;
    const terms = this.#terms();
    const total = this.#means(minimise);
    const networks = networksOf(this.#program, this.#names);
    const acting = this.#acting(act, networks);
    const values = this.#values(networks);
    const own = believe === null ? null : this.#believed(believe);
    // Who has no action values believes in nothing that could be shown; who names no belief, in what it does.
    const believed = values === null ? null : own;
    return {
      networks,
      loss: stackLoss(this.#graph, terms, total),
      act: acting,
      believe: believed,
      deployed: believed === null ? values : deployedOf(acting, believed),
      values,
      definitions: this.#rowNumbers(),
      node: (expression) => this.#node(parseExpression(this.#program, expression), this.#lowering),
    };
  }

  #fault(span: Span, sentence: string): ProgramFault {
    return new ProgramFault(this.#program.source, span, sentence);
  }

  /** Every definition is looked at, used or not; those that are means are terms. */
  #terms(): readonly LossTerm[] {
    return this.#program.definitions.flatMap(({ name }) => {
      const value = this.#lowering.definition(name);
      if (value === null || !isMeans(value)) return [];
      return [{ name: this.#names.terms?.[name] ?? name, means: value.means }];
    });
  }

  #rowNumbers(): ReadonlyMap<string, LossNode> {
    return new Map(
      this.#program.definitions.flatMap(({ name }) => {
        const value = this.#lowering.definition(name);
        if (value === null || isMeans(value)) return [];
        return value.shape === 'number' || value.shape === 'vector' ? [[name, value]] : [];
      }),
    );
  }

  #means(tree: Tree): readonly WeightedMean[] {
    const value = this.#lowering.value(tree);
    if (!isMeans(value)) throw this.#fault(tree, texts().notMean);
    return value.means;
  }

  #node(tree: Tree, lowering: Lowering): LossNode {
    const value = lowering.value(tree);
    if (isMeans(value)) {
      const { number, mean } = texts().shapes;
      throw this.#fault(tree, texts().wrongShape(number, mean));
    }
    return value;
  }

  #acting(tree: Tree, networks: readonly ProgramNetwork[]): Acting {
    const scores =
      tree.kind === 'over' && tree.name === 'argmax' && tree.index === null
        ? this.#asDeployed.allowed(tree)
        : this.#node(tree, this.#asDeployed);
    if (scores.shape !== 'vector') throw this.#fault(tree, texts().actIs);
    this.#atState(tree, scores);
    const leaf = scores.op === 'softmax' ? scores.args[0].leaf : null;
    const network = leaf?.op === 'output' ? leaf.network : null;
    const learned = networks.some(({ name, policy }) => policy && name === network);
    return { scores, policy: learned ? network : null };
  }

  #believed(tree: Tree): LossNode {
    const value = this.#node(tree, this.#asDeployed);
    if (value.shape !== 'number') throw this.#fault(tree, texts().believeIs);
    this.#atState(tree, value);
    return value;
  }

  #atState(tree: Tree, root: LossNode): void {
    const astray = ancestors([root]).some(
      ({ op, leaf }) =>
        ONLY_AT_STATE.has(op) || (leaf !== null && 'at' in leaf && leaf.at === 'nextState'),
    );
    if (astray) throw this.#fault(tree, texts().atState);
  }

  #values(networks: readonly ProgramNetwork[]): LossNode | null {
    const first = this.#program.networks.find(({ ofActions }) => ofActions);
    if (first === undefined) return null;
    const base = this.#names.networks?.[first.name] ?? first.name;
    const own = networks
      .filter(({ name }) => name === base || (first.copies !== null && name.startsWith(base)))
      .slice(0, first.copies?.to ?? 1);
    return own
      .map(({ name }) =>
        this.#graph.leaf({ op: 'output', network: name, of: 'online', at: 'state' }, 'vector'),
      )
      .reduce((least, values) => this.#graph.make('minimum', least, values));
  }
}

/**
 * What a program says, for one option of each of its choices. `names` are those that networks, knobs and
 * terms go by outside of the program, where they are others. `withTruth`: its loss reads targets with truth
 * put in their place, where a table of the learner has some.
 *
 * Throws ProgramFault with the place of the first thing that has no meaning.
 */
export function compileProgram(
  program: Program,
  variant: Readonly<Record<string, string>> = {},
  names: Names = {},
  withTruth = false,
): CompiledProgram {
  return new Compilation(program, variant, names, withTruth).compiled();
}
