import { buildMdp } from '../../mdp/mdp';
import { worldById } from '../../mdp/presets';
import type { Mdp, World } from '../../mdp/types';
import { Recorder, type Row } from '../recorder';
import type { Transitions } from '../types';

/** The MDP of a shipped world. Throws where there is none of that id. */
export function shipped(id: string): Mdp {
  const world = worldById(id);
  if (!world) throw new Error(`There is no world «${id}».`);
  return buildMdp(world);
}

/** A small world: reward 1 at the goal, γ 0.9, horizon 20, unless said otherwise. */
export function small(map: readonly string[], changes: Partial<World> = {}): Mdp {
  const rewards = { step: 0, goal: 1, pit: 0, cliff: 0 };
  return buildMdp({ map, slip: 0, rewards, gamma: 0.9, horizon: 20, ...changes });
}

/** Transitions of hand-written rows; what is left out is 0 (`behaviorProbability`: ¼). */
export function rowsOf(rows: readonly Partial<Row>[]): Transitions {
  const recorder = new Recorder(rows.length);
  for (const row of rows) {
    recorder.add({
      state: 0,
      action: 0,
      reward: 0,
      nextState: 0,
      terminal: false,
      truncated: false,
      episode: 0,
      step: 0,
      behaviorProbability: 0.25,
      ...row,
    });
  }
  return recorder.finish();
}
