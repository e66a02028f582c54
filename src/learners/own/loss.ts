import { definitionFrom } from '../definition';
import { named } from '../dimensions';
import type { RestsAt } from '../rest/types';
import type { LearnerDefinition, LearnerOf, LearnerSettings } from '../types';
import { type OwnProgram, ownProgram } from './compiled';
import { DEFAULT_PROGRAM } from './default';
import { dimensionsOf } from './dimensions';

/** Nobody has worked it out for a program that was just written. */
const restsAt: RestsAt = () => ({ nowhere: 'untold' });

/** How it is read, in the words that its method has: of its values, or of the distribution that it learned. */
function reading({ compiled }: OwnProgram, settings: LearnerSettings): LearnerSettings {
  if (compiled.act.policy !== null) return settings;
  return { ...settings, readout: settings.readout === 'distribution' ? 'softmax' : 'greedy' };
}

function definitionOf(own: OwnProgram): LearnerDefinition {
  const { program, names, compiled } = own;
  return definitionFrom({
    program: program.source,
    names,
    dimensions: dimensionsOf(compiled, named),
    reading: (settings) => reading(own, settings),
    restsAt,
  });
}

const definitions = new WeakMap<OwnProgram, LearnerDefinition>();

/** A learner that somebody writes on the page: `loss` is its program, `readout` how it walks. */
export const own: LearnerOf = ({ loss = DEFAULT_PROGRAM }) => {
  const program = ownProgram(String(loss));
  const definition = definitions.get(program) ?? definitionOf(program);
  definitions.set(program, definition);
  return definition;
};
