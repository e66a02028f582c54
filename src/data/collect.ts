import { ACTION_COUNT, type Mdp } from '../mdp/types';
import { type RandomStream, randomStream } from '../random/stream';
import { freeze } from './dataset';
import { firstRows, Recorder } from './recorder';
import { checkSize } from './size';
import type { Behavior, BehaviorComponent, Dataset, Transitions } from './types';
import { drawAction, type Walker, walker } from './walk';

/** How much to collect, and by which seed. */
interface Collection {
  readonly size: number;
  readonly seed: number;
}

/**
 * Records exactly `size` rows (50 … 100,000): whole episodes, each by a component
 * drawn by its share, from its start, until a terminal state, the horizon or the component's
 * cut-off cell (the latter two truncate); the last row is truncated if its episode goes on.
 * Every episode draws from a stream of its own, derived from the seed, so a larger dataset of the
 * same seed begins with the rows of a smaller one (but for the truncation of the last).
 * A behaviour that is a recording gives its first `size` rows, and `seed` plays no part.
 *
 * Throws RangeError on a size out of range or beyond a recording.
 */
export function record(mdp: Mdp, behavior: Behavior, { size, seed }: Collection): Transitions {
  checkSize(size);
  if (behavior.recording) return firstRows(behavior.recording, size);
  const walkers = behavior.components.map((component) => walker(mdp, component.start));
  const recorder = new Recorder(size);
  for (let episode = 0; !recorder.full; episode++) {
    const stream = randomStream('collect', seed, episode);
    const k = drawComponent(behavior.components, stream);
    recordEpisode(mdp, behavior.components[k], walkers[k], recorder, episode, stream);
  }
  return recorder.finish();
}

/** Collects a dataset: what `record` records, frozen. Throws as that does. */
export function collect(mdp: Mdp, behavior: Behavior, collection: Collection): Dataset {
  return freeze(mdp, record(mdp, behavior, collection));
}

function drawComponent(components: readonly BehaviorComponent[], stream: RandomStream): number {
  if (components.length === 1) return 0;
  let u = stream.uniform();
  for (let k = 0; k < components.length; k++) {
    u -= components[k].share;
    if (u < 0) return k;
  }
  return components.length - 1;
}

function recordEpisode(
  mdp: Mdp,
  { policy, cutoff }: BehaviorComponent,
  walk: Walker,
  recorder: Recorder,
  episode: number,
  stream: RandomStream,
): void {
  let state = walk.start(stream);
  for (let step = 0; !recorder.full; step++) {
    const action = drawAction(policy, state, stream);
    const outcome = walk.outcome(state, action, stream);
    const next = mdp.successors[outcome];
    const terminal = mdp.terminal[next] === 1;
    const truncated = !terminal && (step + 1 >= mdp.horizon || next === cutoff);
    recorder.add({
      state,
      action,
      reward: mdp.outcomeRewards[outcome],
      nextState: next,
      terminal,
      truncated,
      episode,
      step,
      behaviorProbability: policy[state * ACTION_COUNT + action],
    });
    if (terminal || truncated) return;
    state = next;
  }
}
