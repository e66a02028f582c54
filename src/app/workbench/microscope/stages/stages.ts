import type { RowUpdate } from '../../../../experiment/microscope';
import { bcStages } from './bc';
import { rowStage } from './common';
import { iqlStages } from './iql';
import type { RowContext, Stage } from './types';
import { cqlStages, dqnStages } from './values';

/**
 * One update in slow motion: the stages of a learner for one row, in words, formulas and bars. Every
 * number comes from the update, which is the engine's own, or is exact.
 *
 * @param softmax whether this CQL backs up the softmax.
 */
export function stagesOf(
  context: RowContext,
  update: RowUpdate,
  softmax = false,
): readonly Stage[] {
  const first = rowStage(context);
  switch (update.kind) {
    case 'dqn':
      return [first, ...dqnStages(context, update)];
    case 'cql':
      return [first, ...cqlStages(context, update, softmax)];
    case 'iql':
      return [first, ...iqlStages(context, update)];
    case 'bc':
      return [first, ...bcStages(context, update)];
  }
}
