import { canSettle, namedSteps } from '../../experiment/ending';
import { formatCount } from '../../texts/format';
import { training } from '../../texts/training';
import { useModel } from '../basics/context';
import { fill } from '../basics/fill';
import { stopOf } from '../state/ending';
import { type Model, stepShown } from '../state/model';

/** What is to be said of how far the run is: of a run that names its steps, or is left to settle. */
function stageOf({ settings, ending, step, shownStep, retraining }: Model) {
  if (retraining) return 'retraining';
  if (shownStep !== null) return 'past';
  if (namedSteps(settings) !== null || !canSettle(settings)) return 'named';
  if (ending === null) return 'settling';
  if (ending.reason !== 'settled') return 'unsettled';
  return step > ending.step ? 'passed' : 'settled';
}

/** Where the run ends, at the latest; where it is by now, if an earlier moment is shown. */
function endOf(model: Model): number {
  if (model.shownStep !== null) return model.step;
  return namedSteps(model.settings) ?? model.ending?.step ?? stopOf(model);
}

/** How far the run is, and what it goes to: «1,200 of 2,500 steps», «2,850 steps · settled». */
export function Steps() {
  const step = useModel(stepShown);
  const stage = useModel(stageOf);
  const end = useModel(endOf);
  if (stage === 'retraining') return training().retraining;
  return fill(training().steps[stage], {
    step: <strong translate="no">{formatCount(step)}</strong>,
    steps: formatCount(end),
  });
}
