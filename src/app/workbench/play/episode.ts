import { Recorder } from '../../../data/recorder';
import type { Transitions } from '../../../data/types';
import { walker } from '../../../data/walk';
import type { Mdp, StateIndex } from '../../../mdp/types';
import { randomStream } from '../../../random/stream';
import { play } from '../../../texts/play';

/** How an episode ended; `stopped`: the player ended it, so it is cut like one at the horizon. */
export type EpisodeEnd = 'goal' | 'pit' | 'horizon' | 'stopped';

/** An episode as it was played in some world. */
export interface Episode {
  /** Rows of the world's map joined by `/`. */
  readonly map: string;
  /** The discount that it was played under. */
  readonly gamma: number;
  /** States visited, the start first. */
  readonly path: readonly StateIndex[];
  /** `actions[i]` was taken in `path[i]` and paid `rewards[i]`. */
  readonly actions: readonly number[];
  readonly rewards: readonly number[];
  /** Null while it goes on. */
  readonly end: EpisodeEnd | null;
}

/** What the luck of an episode depends on: equal keys and equal actions, equal episodes. */
export interface Luck {
  readonly seed: number;
  /** Which episode of the player's this is, from 0. */
  readonly number: number;
}

const streamOf = ({ seed, number }: Luck, step: number) => randomStream('play', seed, number, step);

/** An episode at a start drawn from the world's. */
export function begun(mdp: Mdp, luck: Luck): Episode {
  return {
    map: mdp.world.map.join('/'),
    gamma: mdp.gamma,
    path: [walker(mdp).start(streamOf(luck, 0))],
    actions: [],
    rewards: [],
    end: null,
  };
}

/** One step of the world: its slip and its rewards. An episode that has ended stays as it is. */
export function played(mdp: Mdp, episode: Episode, action: number, luck: Luck): Episode {
  if (episode.end !== null) return episode;
  const state = episode.path[episode.path.length - 1];
  const steps = episode.actions.length + 1;
  const outcome = walker(mdp).outcome(state, action, streamOf(luck, steps));
  const next = mdp.successors[outcome];
  const end =
    mdp.terminal[next] === 1
      ? mdp.goal[next] === 1
        ? 'goal'
        : 'pit'
      : steps >= mdp.horizon
        ? 'horizon'
        : null;
  return {
    ...episode,
    path: [...episode.path, next],
    actions: [...episode.actions, action],
    rewards: [...episode.rewards, mdp.outcomeRewards[outcome]],
    end,
  };
}

/** Discounted return of an episode, under the discount that it was played with. */
export function returnOf({ rewards, gamma }: Episode): number {
  return rewards.reduceRight((later, reward) => reward + gamma * later, 0);
}

/** Rows of all episodes, one after the other. π_β is not known: 0 throughout. */
export function rowsOf(episodes: readonly Episode[]): Transitions {
  const size = episodes.reduce((sum, { actions }) => sum + actions.length, 0);
  const recorder = new Recorder(size);
  for (const [episode, { path, actions, rewards, end }] of episodes.entries()) {
    for (const [step, action] of actions.entries()) {
      const last = step === actions.length - 1;
      const terminal = last && (end === 'goal' || end === 'pit');
      recorder.add({
        state: path[step],
        action,
        reward: rewards[step],
        nextState: path[step + 1],
        terminal,
        truncated: last && !terminal,
        episode,
        step,
        behaviorProbability: 0,
      });
    }
  }
  return recorder.finish();
}

/** «right, to row 2, column 3, earned 1» — what the last step did; where it begins before any. */
export function describeStep(mdp: Mdp, episode: Episode): string {
  const state = episode.path[episode.path.length - 1];
  const cell = mdp.cells[state];
  const row = Math.floor(cell / mdp.columns) + 1;
  const column = (cell % mdp.columns) + 1;
  const steps = episode.actions.length;
  if (steps === 0) return play().youStart(row, column);
  return play().stepped({
    steps,
    action: episode.actions[steps - 1],
    stayed: episode.path[steps - 1] === state,
    row,
    column,
    reward: episode.rewards[steps - 1],
    end: episode.end,
  });
}
