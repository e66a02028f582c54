import type { LossNode } from '../engine/loss/graph';
import { evaluate, type NodeValue } from '../engine/loss/numbers';
import { type Dimensions, named } from './dimensions';
import { type CompiledProgram, compileProgram } from './language/compile';
import type { Names } from './language/lower';
import { parseProgram } from './language/parse';
import { putsTruthIn } from './oracle';
import { expectedValues, greedyPolicy, policyReadout, softmaxPolicy } from './readout';
import type { RestsAt } from './rest/types';
import type { LearnerDefinition, LearnerOf, LearnerSettings, Readout, SeedOutputs } from './types';

/** A method as it is written down: one program, and what the page calls things in it. */
export interface WrittenLearner {
  /** Its loss, how it acts and what it believes (docs/losses.md). */
  readonly program: string;
  readonly names?: Names;
  /** The option of every choice that some settings stand for. */
  readonly variant?: (settings: LearnerSettings) => Readonly<Record<string, string>>;
  /**
   * What the microscope shows of a row, by name, as expressions in the names of the program; where nobody says,
   * all that the program names.
   */
  readonly workings?: (settings: LearnerSettings) => Readonly<Record<string, string>>;
  readonly dimensions?: Dimensions;
  /** Settings in the words of readouts (`greedy`, `softmax`; `distribution`, `most-likely`), where it has others. */
  readonly reading?: LearnerDefinition['reading'];
  /** Where its training comes to rest with a table instead of a network. */
  readonly restsAt: RestsAt;
}

const ACTION_COUNT = 4;

/** What some nodes are at every state, from the outputs of one seed; `[states × 4]` or `[states]` each. */
function atStates(
  nodes: readonly LossNode[],
  outputs: SeedOutputs,
  hyper: Readonly<Record<string, number>>,
  seen: Uint8Array,
): readonly Float64Array[] {
  const states = seen.length / ACTION_COUNT;
  const tables = nodes.map(
    ({ shape }) => new Float64Array(states * (shape === 'vector' ? ACTION_COUNT : 1)),
  );
  for (let state = 0; state < states; state++) {
    const row = (table: Float32Array | Uint8Array) =>
      Array.from(table.subarray(state * ACTION_COUNT, (state + 1) * ACTION_COUNT));
    const values = evaluate(nodes, {
      output: ({ network }): NodeValue => {
        const own = outputs[network];
        return own.length === states ? own[state] : row(own);
      },
      hyper: (name) => hyper[name],
      seen: () => row(seen),
      action: 0,
      drawn: 0,
      reward: 0,
      terminal: 0,
      actionCount: ACTION_COUNT,
    });
    values.forEach((value, i) => {
      if (typeof value === 'number') tables[i][state] = value;
      else tables[i].set(value, state * ACTION_COUNT);
    });
  }
  return tables;
}

/** The networks of a program as their outputs say: how a learner acts, and what it believes. */
function readoutOf(
  { act, believe, deployed, values }: CompiledProgram,
  hyper: Readonly<Record<string, number>>,
  outputs: SeedOutputs,
  settings: LearnerSettings,
  seen: Uint8Array,
): Readout {
  const learned = act.policy === null ? null : policyReadout(outputs[act.policy], settings);
  const asked = [values, believe, deployed, act.scores].filter((node) => node !== null);
  const tables = atStates(asked, outputs, hyper, seen);
  const tableOf = (node: LossNode | null) => (node && tables[asked.indexOf(node)]) ?? null;
  const scores = Float32Array.from(tables.at(-1) as Float64Array);
  const policy =
    learned?.policy ??
    (settings.readout === 'softmax' ? softmaxPolicy(scores) : greedyPolicy(scores));
  // What it acts on, or by, it believes in as it is deployed, by whichever policy that is.
  const worth = tableOf(deployed);
  const v = worth === null ? tableOf(believe) : expectedValues(policy, worth);
  return { q: tableOf(values), v, policy, readings: learned?.readings ?? null };
}

/**
 * A method from its program. The networks, hyper-parameters and terms that it has, and how it is read, all
 * follow from the text. Throws ProgramFault where the text is wrong.
 */
export function definitionFrom(written: WrittenLearner): LearnerDefinition {
  const { names = {}, variant = () => ({}), reading = (own) => own, dimensions } = written;
  const program = parseProgram(written.program);
  const knobs = program.knobs.map(({ name, value }) => ({
    name: names.knobs?.[name] ?? name,
    value,
  }));
  const compiled = new Map<string, CompiledProgram>();
  const compiledFor = (settings: LearnerSettings): CompiledProgram => {
    const chosen = variant(settings);
    const withTruth = putsTruthIn(settings);
    const key = JSON.stringify([chosen, withTruth]);
    const known = compiled.get(key) ?? compileProgram(program, chosen, names, withTruth);
    compiled.set(key, known);
    return known;
  };
  const hyper = (settings: LearnerSettings) =>
    Object.fromEntries(knobs.map(({ name, value }) => [name, Number(settings[name] ?? value)]));
  return {
    program,
    names,
    variant,
    networks: compiledFor({}).networks,
    hyperNames: knobs.map(({ name }) => name),
    hyper,
    loss: (settings) => compiledFor(settings).loss,
    workings: (settings) => {
      const { node, definitions } = compiledFor(settings);
      if (written.workings === undefined) {
        return Object.fromEntries([...definitions].map(([name, own]) => [named(name), own]));
      }
      return Object.fromEntries(
        Object.entries(written.workings(settings)).map(([name, text]) => [name, node(text)]),
      );
    },
    ...(dimensions ? { dimensions } : {}),
    reading,
    readout: (outputs, settings, seen) =>
      readoutOf(compiledFor(settings), hyper(settings), outputs, reading(settings), seen),
    restsAt: written.restsAt,
  };
}

/** A method whose program is the same under all settings; it is read when it is first asked for. */
export function writtenLearner(written: WrittenLearner): LearnerOf {
  let definition: LearnerDefinition | null = null;
  return () => {
    definition ??= definitionFrom(written);
    return definition;
  };
}
