import { ACTION_COUNT, type Mdp, type Policy } from '../mdp/types';
import { type RandomStream, randomStream } from '../random/stream';
import { dataNotes } from '../texts/dataNotes';
import { Recorder } from './recorder';
import { policyReturn, referenceReturns, solverSlack } from './tiers';
import type { Behavior, BehaviorComponent } from './types';
import { drawAction, type Walker, walker } from './walk';

const LEARNING_RATE = 0.5;
const EPSILON = 0.1;

/** Steps of one learning run at most; not below the largest dataset, so that one such run fills any. */
const MOST_STEPS = 500_000;

/** The policy is held against medium at every episode of the first ones, later at every 5 % more. */
const CHECK_GROWTH = 1.05;

/**
 * Tabular Q-learning (Watkins 1989) from Q = 0, with the rate 0.5 and the ε 0.1 of Sutton & Barto
 * (2018), example 6.6. Ties of the maximum are drawn evenly: among equal values a lowest-action
 * rule would walk into one wall for ever.
 * Q is updated at every step; the acting policy is that of the episode's beginning throughout.
 */
class QLearner {
  /** Acting policy of the next episode. */
  readonly policy: Policy;
  private readonly q: Float64Array;
  private readonly walk: Walker;

  constructor(
    private readonly mdp: Mdp,
    private readonly stream: RandomStream,
  ) {
    this.q = new Float64Array(mdp.states * ACTION_COUNT);
    this.policy = new Float64Array(this.q.length).fill(1 / ACTION_COUNT);
    this.walk = walker(mdp);
  }

  /**
   * Plays and learns from one episode, writing its rows to `recorder` where one is given.
   * Returns its steps and whether the acting policy of the next episode is another.
   */
  play(recorder: Recorder | null, episode: number): { steps: number; changed: boolean } {
    const { mdp, policy, q, stream } = this;
    const visited = new Set<number>();
    let state = this.walk.start(stream);
    for (let step = 0; ; step++) {
      const action = drawAction(policy, state, stream);
      const outcome = this.walk.outcome(state, action, stream);
      const reward = mdp.outcomeRewards[outcome];
      const next = mdp.successors[outcome];
      const terminal = mdp.terminal[next] === 1;
      const truncated = !terminal && step + 1 >= mdp.horizon;
      const pair = state * ACTION_COUNT + action;
      const target = reward + (terminal ? 0 : mdp.gamma * this.maximum(next));
      q[pair] += LEARNING_RATE * (target - q[pair]);
      visited.add(state);
      recorder?.add({
        state,
        action,
        reward,
        nextState: next,
        terminal,
        truncated,
        episode,
        step,
        behaviorProbability: policy[pair],
      });
      if (terminal || truncated) return { steps: step + 1, changed: this.refresh(visited) };
      state = next;
    }
  }

  private maximum(state: number): number {
    const row = state * ACTION_COUNT;
    return Math.max(this.q[row], this.q[row + 1], this.q[row + 2], this.q[row + 3]);
  }

  private refresh(states: Iterable<number>): boolean {
    let changed = false;
    for (const s of states) {
      const row = s * ACTION_COUNT;
      const top = this.maximum(s);
      let ties = 0;
      for (let a = 0; a < ACTION_COUNT; a++) if (this.q[row + a] === top) ties++;
      for (let a = 0; a < ACTION_COUNT; a++) {
        const greedy = this.q[row + a] === top ? 1 / ties : 0;
        const p = (1 - EPSILON) * greedy + EPSILON / ACTION_COUNT;
        if (p !== this.policy[row + a]) changed = true;
        this.policy[row + a] = p;
      }
    }
    return changed;
  }
}

const learnerOfRun = (mdp: Mdp, seed: number, run: number): QLearner =>
  new QLearner(mdp, randomStream('medium-replay', seed, run));

/** Lengths of the episodes of one learning run, until its acting policy is worth `threshold`. */
function runLengths(
  mdp: Mdp,
  learner: QLearner,
  threshold: number,
): { lengths: number[]; reached: boolean } {
  const lengths: number[] = [];
  let steps = 0;
  let nextCheck = 1;
  let stale = true;
  while (steps < MOST_STEPS) {
    const episode = learner.play(null, lengths.length);
    lengths.push(episode.steps);
    steps += episode.steps;
    stale ||= episode.changed;
    if (lengths.length < nextCheck) continue;
    nextCheck = Math.ceil(lengths.length * CHECK_GROWTH);
    if (stale && policyReturn(mdp, learner.policy) >= threshold) return { lengths, reached: true };
    stale = false;
  }
  return { lengths, reached: false };
}

/**
 * Which episodes to keep of a record of the given lengths so that at least `size` rows remain:
 * one is kept whenever the kept rows have fallen behind their even share of all rows so far. The
 * kept ones are spaced evenly, and only the last of them overshoots `size`.
 */
export function evenlySpaced(lengths: readonly number[], size: number): boolean[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let passed = 0;
  let kept = 0;
  return lengths.map((length) => {
    passed += length;
    const keep = kept * total < size * passed;
    if (keep) kept += length;
    return keep;
  });
}

/**
 * The D4RL tier medium-replay: the replay buffer of tabular Q-learning until its acting policy
 * is worth the medium tier's return, exactly evaluated. A buffer longer than `size` is thinned to
 * whole episodes at even spacing; where it is shorter, independent further learning runs are
 * appended first. The last row is truncated if its episode goes on.
 *
 * Every kept episode was played by a policy frozen at its beginning. It is a component with an
 * equal share (neighbors of one policy are merged), so the behaviour's exact return is well
 * defined: the mean over the kept episodes' policies. A run that has not reached medium after
 * 500,000 steps ends there, and a note says so.
 */
export function learningReplay(
  mdp: Mdp,
  { size, seed }: { readonly size: number; readonly seed: number },
): Behavior {
  const { medium, optimal } = referenceReturns(mdp);
  const threshold = medium - solverSlack(optimal);
  const runs: number[][] = [];
  let rows = 0;
  let reached = true;
  while (rows < size) {
    const run = runLengths(mdp, learnerOfRun(mdp, seed, runs.length), threshold);
    runs.push(run.lengths);
    rows += run.lengths.reduce((sum, length) => sum + length, 0);
    reached &&= run.reached;
  }

  // Learning again from the same streams costs less memory than keeping every row and policy.
  const keep = evenlySpaced(runs.flat(), size);
  const kept = keep.filter(Boolean).length;
  const recorder = new Recorder(size);
  const components: BehaviorComponent[] = [];
  let episode = 0;
  let index = 0;
  runs.forEach((lengths, run) => {
    const learner = learnerOfRun(mdp, seed, run);
    for (let i = 0; i < lengths.length; i++) {
      if (keep[index++]) {
        addEpisode(
          components,
          learner.policy,
          `learning run ${run + 1}, episode ${i + 1}`,
          1 / kept,
        );
        learner.play(recorder, episode++);
      } else {
        learner.play(null, 0);
      }
    }
  });
  const note = dataNotes().replayFellShort(MOST_STEPS);
  return { components, recording: recorder.finish(), ...(reached ? {} : { notes: [note] }) };
}

/** Appends a component, or adds its share to the last one where that has the same policy. */
function addEpisode(
  components: BehaviorComponent[],
  policy: Policy,
  label: string,
  share: number,
): void {
  const last = components.at(-1);
  if (last?.policy.every((p, pair) => p === policy[pair])) {
    components[components.length - 1] = { ...last, share: last.share + share };
  } else {
    components.push({ label, policy: policy.slice(), share });
  }
}
