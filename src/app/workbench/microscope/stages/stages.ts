import type { RowUpdate } from '../../../../experiment/microscope';
import { backedUpStages, targetStages } from './backup';
import { rowStage } from './common';
import { imitationStages, weightStages } from './imitation';
import { inSampleStages } from './in-sample';
import { oracleStages } from './oracle';
import { penaltyStages } from './penalty';
import { programStages } from './program';
import type { RowContext, Stage, Teller } from './types';

/**
 * What can be told of an update, in the order in which it is told. Each looks at what the loss worked
 * out and has nothing to say where its own part is missing, so that of a learner nobody thought of here
 * what it shares with others is told.
 */
const TELLERS: readonly Teller[] = [
  oracleStages,
  inSampleStages,
  backedUpStages,
  targetStages,
  penaltyStages,
  weightStages,
  imitationStages,
  programStages,
];

/**
 * One update in slow motion: the stages of a learner for one row, in words, formulas and bars. Every
 * number comes from the update, which is the engine's own, or is exact.
 *
 * @param softmax whether the learner backs up the softmax of its values.
 */
export function stagesOf(
  context: RowContext,
  update: RowUpdate,
  softmax = false,
): readonly Stage[] {
  return [rowStage(context), ...TELLERS.flatMap((tell) => tell(context, update, softmax))];
}
