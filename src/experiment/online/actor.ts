import { drawAction, type Walker, walker } from '../../data/walk';
import { ACTION_COUNT, type Mdp, type Policy, type StateIndex } from '../../mdp/types';
import { randomStream } from '../../random/stream';
import type { OnlineRecord } from '../types';
import { OwnRows, type SavedRows } from './own-rows';

/** The world as one acts in it. */
export interface ActedWorld {
  readonly mdp: Mdp;
  readonly walker: Walker;
  /** `[states × 4]` N(s,a) of the recorded data. */
  readonly counts: Int32Array;
  /** What rewards are multiplied by before a learner sees them. */
  readonly scale: number;
}

/** @throws RangeError where no state has a positive start probability. */
export function actedWorld(mdp: Mdp, counts: Int32Array, scale: number): ActedWorld {
  return { mdp, walker: walker(mdp), counts, scale };
}

/** How one acts in a training step. */
export interface Acting {
  /** Training step, from 0. */
  readonly step: number;
  /** Moves. */
  readonly moves: number;
  /** Share of random moves. */
  readonly epsilon: number;
  /** π(·|s) `[4]` of the learner as it stands. */
  readonly policyAt: (state: StateIndex) => Policy;
}

/** The episode under way. */
interface Episode {
  state: StateIndex;
  /** Moves so far. */
  length: number;
  /** Discounted return so far, in the world's units. */
  gained: number;
  /** γ to the moves so far. */
  discount: number;
}

/** One that acts, as it stands. */
export interface SavedActor {
  readonly rows: SavedRows;
  readonly tried: Int32Array;
  readonly episode: Readonly<Episode> | null;
  readonly steps: number;
  readonly episodes: number;
  readonly goals: number;
  readonly lastReturn: number | null;
}

/** One learner and training seed that acts in the world: what it has tried, and where it is. */
export class Actor {
  readonly rows = new OwnRows();
  readonly #world: ActedWorld;
  readonly #learner: string;
  readonly #seed: number;
  readonly #tried: Int32Array;
  #episode: Episode | null = null;
  #steps = 0;
  #episodes = 0;
  #goals = 0;
  #pairs = 0;
  #newPairs = 0;
  #lastReturn: number | null = null;

  constructor(world: ActedWorld, learner: string, seed: number) {
    this.#world = world;
    this.#learner = learner;
    this.#seed = seed;
    this.#tried = new Int32Array(world.counts.length);
  }

  /**
   * Makes some moves, ε-greedily, from where the last ones led; what they come to is added to the rows. Its
   * random numbers follow from training seed, learner and training step alone, a start, an exploration, an
   * action and an outcome at a time (docs/contract.md#online).
   */
  act({ step, moves, epsilon, policyAt }: Acting): void {
    const stream = randomStream('online', this.#seed, this.#learner, 'act', step);
    const { mdp, walker, scale } = this.#world;
    const policies = new Map<StateIndex, Policy>();
    const policyOf = (state: StateIndex): Policy => {
      const policy = policies.get(state) ?? policyAt(state);
      policies.set(state, policy);
      return policy;
    };
    for (let move = 0; move < moves; move++) {
      this.#episode ??= { state: walker.start(stream), length: 0, gained: 0, discount: 1 };
      const { state } = this.#episode;
      const explores = stream.uniform() < epsilon;
      const action = explores
        ? stream.integer(ACTION_COUNT)
        : drawAction(policyOf(state), 0, stream);
      const outcome = walker.outcome(state, action, stream);
      const next = mdp.successors[outcome];
      const reward = mdp.outcomeRewards[outcome];
      this.rows.add(state, action, reward * scale, next, mdp.terminal[next] === 1);
      this.#count(state * ACTION_COUNT + action);
      this.#moveOn(this.#episode, next, reward);
    }
  }

  /** Breaks the episode under way off: the next move begins another. */
  leave(): void {
    this.#episode = null;
  }

  /** Everything that it goes on from, copied. */
  save(): SavedActor {
    return {
      rows: this.rows.save(),
      tried: this.#tried.slice(),
      episode: this.#episode && { ...this.#episode },
      steps: this.#steps,
      episodes: this.#episodes,
      goals: this.#goals,
      lastReturn: this.#lastReturn,
    };
  }

  /** Takes up what was saved. Throws RangeError where it is of another world. */
  restore(saved: SavedActor): void {
    const { tried, episode } = saved;
    if (tried.length !== this.#tried.length)
      throw new RangeError(
        `Of ${tried.length} pairs, not ${this.#tried.length}, was saved what was tried.`,
      );
    this.rows.restore(saved.rows);
    this.#tried.set(tried);
    this.#episode = episode && { ...episode };
    this.#steps = saved.steps;
    this.#episodes = saved.episodes;
    this.#goals = saved.goals;
    this.#lastReturn = saved.lastReturn;
    this.#pairs = tried.filter((times) => times > 0).length;
    this.#newPairs = tried.filter(
      (times, pair) => times > 0 && this.#world.counts[pair] === 0,
    ).length;
  }

  /** What it came to; null before the first move. */
  get record(): OnlineRecord | null {
    if (this.#steps === 0) return null;
    return {
      steps: this.#steps,
      episodes: this.#episodes,
      goals: this.#goals,
      pairs: this.#pairs,
      newPairs: this.#newPairs,
      lastReturn: this.#lastReturn,
    };
  }

  /** `[states × 4]` how often it has tried every pair, copied; null before the first move. */
  get tried(): Float32Array | null {
    return this.#steps === 0 ? null : Float32Array.from(this.#tried);
  }

  #count(pair: number): void {
    this.#steps += 1;
    this.#tried[pair] += 1;
    if (this.#tried[pair] > 1) return;
    this.#pairs += 1;
    if (this.#world.counts[pair] === 0) this.#newPairs += 1;
  }

  #moveOn(episode: Episode, next: StateIndex, reward: number): void {
    const { mdp } = this.#world;
    episode.gained += episode.discount * reward;
    episode.discount *= mdp.gamma;
    episode.length += 1;
    episode.state = next;
    if (mdp.terminal[next] === 0 && episode.length < mdp.horizon) return;
    this.#episodes += 1;
    this.#goals += mdp.goal[next];
    this.#lastReturn = episode.gained;
    this.#episode = null;
  }
}
