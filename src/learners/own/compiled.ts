import { ancestors, type LossNode } from '../../engine/loss/graph';
import { program as texts } from '../../texts/program';
import { type CompiledProgram, compileProgram } from '../language/compile';
import { ProgramFault } from '../language/fault';
import type { Names } from '../language/lower';
import { parseProgram } from '../language/parse';
import type { Program } from '../language/tree';
import { type OwnTraits, readWith } from './reader';

/** A program that somebody wrote, and what comes of it. */
export interface OwnProgram {
  readonly program: Program;
  readonly names: Names;
  readonly compiled: CompiledProgram;
  readonly traits: OwnTraits;
}

/** Programs that are kept compiled. */
const KEPT = 24;

/** Names that stand for something else beside the terms of a loss. */
const TAKEN = ['total'];

/** A gradient reaches the values of actions that the row does not have. */
function pushesAll(compiled: CompiledProgram): boolean {
  const values = new Set(
    compiled.networks.flatMap(({ name, output, policy }) =>
      output === 'actions' && !policy ? [name] : [],
    ),
  );
  const isValues = ({ leaf, differentiable }: LossNode) =>
    leaf?.op === 'output' && differentiable && values.has(leaf.network);
  const nodes = ancestors(compiled.loss.total.map(({ value }) => value));
  return nodes.some(
    ({ op, args, differentiable }) =>
      differentiable && op !== 'pick' && op !== 'stop' && args.some(isValues),
  );
}

function traitsOf(compiled: CompiledProgram): OwnTraits {
  const { networks, loss, act, believe, values } = compiled;
  const wide = new Set(
    networks.flatMap(({ name, output, policy }) => (output === 'actions' && !policy ? [name] : [])),
  );
  // As it is deployed, or of the very action that is the largest of what it acts on.
  const believesInPairs =
    compiled.deployed !== null ||
    (believe?.op === 'pick' && believe.args[1].args[0] === act.scores);
  // Of the values of a network it may take that of the row's own action, and still know no unseen one.
  const asksUnseen = ancestors(loss.total.map(({ value }) => value)).some(({ op, args }) =>
    args.some(
      ({ leaf }) =>
        leaf?.op === 'output' &&
        wide.has(leaf.network) &&
        !(leaf.at === 'state' && op === 'pick' && args[1].op === 'action'),
    ),
  );
  return {
    hasValues: values !== null,
    actsOnValues: values !== null && act.scores === values,
    believesIn: believe === null || believesInPairs ? 'pairs' : 'states',
    sinks: pushesAll(compiled),
    consults: values !== null && act.policy !== null && !asksUnseen ? 'data' : 'everything',
    takes: {
      networks: networks.length,
      targets: networks.filter(({ target }) => target).length,
      reads: loss.reads.length,
    },
  };
}

function compile(text: string): OwnProgram {
  const program = parseProgram(text);
  const { source, knobs, networks, definitions } = program;
  const open = knobs.find(({ value }) => value === null);
  if (open !== undefined) throw new ProgramFault(source, open, texts().noKnobValue(open.name));
  const taken = definitions.find(({ name }) => TAKEN.includes(name));
  if (taken !== undefined) throw new ProgramFault(source, taken, texts().taken(taken.name));
  // Numbers that every learner has, the learning rate among them, go by names of the same kind.
  const names = {
    knobs: Object.fromEntries(knobs.map(({ name }, k) => [name, `knob${k + 1}`])),
    // No name has such a line in it, so that Q_1 is no network that is called Q1.
    networks: Object.fromEntries(
      networks.flatMap(({ name, copies }) => (copies === null ? [] : [[name, `${name}_`]])),
    ),
  };
  const compiled = compileProgram(program, {}, names);
  return { program, names, compiled, traits: traitsOf(compiled) };
}

const known = new Map<string, OwnProgram>();

/** Reads and compiles a program that somebody wrote. Throws ProgramFault. */
export function ownProgram(text: string): OwnProgram {
  const found = known.get(text) ?? compile(text);
  known.delete(text);
  known.set(text, found);
  const oldest = known.keys().next();
  if (known.size > KEPT && !oldest.done) known.delete(oldest.value);
  return found;
}

readWith((text) => {
  try {
    return ownProgram(text).traits;
  } catch (error) {
    if (error instanceof ProgramFault) return {};
    throw error;
  }
});
