import { describe, schemaOf } from '../../experiment/settings/describe';
import { instanceSettings } from '../../experiment/settings/instances';
import type { Settings } from '../../experiment/types';
import { CATALOG } from '../../learners/catalog';
import { compileProgram } from '../../learners/language/compile';
import { type KnobNumbers, settledText } from '../../learners/language/settled';
import { printTorch } from '../../learners/language/torch';
import { type TypesetRow, typeset } from '../../learners/language/typeset';
import { LEARNERS } from '../../learners/registry';
import {
  LEARNER_KINDS,
  type LearnerDefinition,
  type LearnerKind,
  type LearnerSettings,
} from '../../learners/types';
import type { InstanceView } from '../state/instances';
import { symbolOf } from '../symbols/symbols';
import { type Finding, remarkedOn } from './remarks';

/** The kind of learners whose program somebody writes, and the setting that it is. */
export const KIND = requireKind();
export const PROGRAM = CATALOG[KIND].programIn ?? '';

function requireKind(): LearnerKind {
  const found = LEARNER_KINDS.find((kind) => CATALOG[kind].programIn !== undefined);
  if (found === undefined) throw new Error('No learner has a program that can be written.');
  return found;
}

/** What there is to see inside of a learner. */
export interface Inside {
  readonly definition: LearnerDefinition;
  readonly rows: readonly TypesetRow[];
  /** The program as it stands by itself, with the present numbers and options. */
  readonly text: string;
  /** What a teacher would say of it, at places of `source`. */
  readonly remarks: readonly Finding[];
  readonly torch: string;
  /** The key of the symbol that a name of the program goes by on the page; null where it has none. */
  readonly symbol: (name: string) => string | null;
}

/** The numbers of every knob: those of its setting, or else of the program. */
function knobsOf(
  { program, hyperNames, hyper }: LearnerDefinition,
  id: string,
  own: LearnerSettings,
): Readonly<Record<string, KnobNumbers>> {
  const values = hyper(own);
  return Object.fromEntries(
    program.knobs.flatMap(({ name }, k) => {
      const description = schemaOf(`${id}.${hyperNames[k]}`);
      if (description?.type !== 'number') return [];
      const { min: from, max: to, scale } = description;
      return [[name, { value: values[hyperNames[k]], from, to, logarithmic: scale === 'log' }]];
    }),
  );
}

function symbolKey({ program, names }: LearnerDefinition, id: string, name: string): string | null {
  if (program.knobs.some((knob) => knob.name === name)) {
    return `${id}.${names.knobs?.[name] ?? name}`;
  }
  if (program.policies.some((policy) => policy.name === name)) return `${id}.pi`;
  const network = program.networks.find((one) => one.name === name);
  if (network !== undefined) return network.ofActions ? `${id}.q` : null;
  return `${id}.losses.${names.terms?.[name] ?? name}`;
}

/** What a learner is made of under the present settings. Throws ProgramFault where that is no program. */
export function insideOf({ id, kind }: InstanceView, settings: Settings): Inside {
  const own = instanceSettings(settings, id);
  const definition = LEARNERS[kind](own);
  const { program, names, variant } = definition;
  const settled = variant(own);
  const compiled = compileProgram(program, settled, names);
  return {
    definition,
    remarks: remarkedOn(program, compiled, names, settled),
    rows: typeset(program, settled),
    text: settledText(program, settled, knobsOf(definition, id, own)),
    torch: printTorch({
      program,
      names,
      variant: settled,
      settings: definition.reading(own),
      instances: [id],
    }),
    symbol: (name) => {
      const key = symbolKey(definition, id, name);
      return key !== null && symbolOf(key) !== null ? key : null;
    },
  };
}

/** How a copy of it walks: by the most likely action, or by chance. */
export function readingOf(
  { id }: InstanceView,
  settings: Settings,
): 'most-likely' | 'distribution' {
  const { readout } = instanceSettings(settings, id);
  return readout === 'distribution' || readout === 'softmax' ? 'distribution' : 'most-likely';
}

/** Longest program that is a setting. */
export function mostCharacters(settings: Settings): number {
  const description = describe(`${KIND}.${PROGRAM}`, settings);
  return description.type === 'text' ? description.maxLength : 0;
}
