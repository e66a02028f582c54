import { scenarioById } from '../../experiment/scenarios';
import { showsVerdict } from '../state/ending';
import { toleranceIn } from '../state/grid';
import { instancesOf } from '../state/instances';
import { type Model, stepShown } from '../state/model';
import { headlineOf, verdictsOf } from '../state/verdict';

/** What a moment could be called: what the page says of it, before training the name of its scenario. */
export function momentTitle(model: Model): string {
  const { problem, snapshot, settings } = model;
  const fallback = scenarioById(settings.scenario)?.title ?? settings.scenario;
  if (problem === null || snapshot === null || stepShown(model) === 0) return fallback;
  const tolerance = toleranceIn(problem);
  const verdicts = verdictsOf(snapshot, instancesOf(settings), tolerance);
  return headlineOf(verdicts, problem.truth, showsVerdict(model)) || fallback;
}
