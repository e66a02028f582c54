import { describe, expect, it } from 'vitest';
import { WORLDS } from '../mdp/presets';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { freeze } from './dataset';
import { rowsOf, shipped, small } from './testing/worlds';
import { dataWarnings } from './warnings';

const UNREWARDED =
  'No row of the data carries a reward: nothing can be learned from it but imitation.';
const NO_GOAL_REACHED = /^No episode of the data reaches a goal/;
const right = { action: 1, nextState: 1 };

describe('warnings', () => {
  it('are none for an ε-greedy behavior in the shipped worlds', () => {
    for (const { id } of WORLDS) {
      const mdp = shipped(id);
      const spec = { kind: 'epsilon-greedy', epsilon: 0.1 } as const;
      const behavior = buildBehavior(mdp, spec, { size: 1000, seed: 0 });
      expect(dataWarnings(mdp, collect(mdp, behavior, { size: 1000, seed: 0 }), behavior)).toEqual(
        [],
      );
    }
  });

  it('tell of data without goal and reward', () => {
    const mdp = small(['S.G']);
    expect(dataWarnings(mdp, freeze(mdp, rowsOf([right])))).toEqual([
      expect.stringMatching(NO_GOAL_REACHED),
      UNREWARDED,
    ]);
  });

  it('tell of rewards that are all the same, unless an end tells episodes apart', () => {
    const mdp = small(['S.G'], { rewards: { step: -1, goal: -1, pit: 0, cliff: 0 } });
    const paid = { ...right, reward: -1 };
    expect(dataWarnings(mdp, freeze(mdp, rowsOf([paid])))).toEqual([
      expect.stringMatching(NO_GOAL_REACHED),
      expect.stringMatching(/pays the same reward \(-1\) and none ends an episode/),
    ]);
    const arrival = { state: 1, action: 1, nextState: 2, reward: -1, terminal: true, step: 1 };
    expect(dataWarnings(mdp, freeze(mdp, rowsOf([paid, arrival])))).toEqual([]);
  });

  it('tell of maps without a goal, or without a way to it', () => {
    const none = small(['S..']);
    expect(dataWarnings(none, freeze(none, rowsOf([right])))).toEqual([
      'The map has no goal, so no policy can reach one.',
      UNREWARDED,
    ]);
    const walled = small(['S.#G']);
    expect(dataWarnings(walled, freeze(walled, rowsOf([right])))[0]).toMatch(
      /^No goal can be reached from any start/,
    );
  });

  it('tell of starts never visited, by their cells', () => {
    const mdp = small(['SSS', 'SSG']);
    const end = { state: 4, action: 1, nextState: 5, reward: 1, terminal: true };
    expect(dataWarnings(mdp, freeze(mdp, rowsOf([right, { ...end, episode: 1 }])))).toEqual([
      'The data never acts in 3 of 5 start cells (row 1, column 2; row 1, column 3; row 2, column 1): learners start there by guessing.',
    ]);
    const one = small(['S.G']);
    const beyond = { state: 1, action: 1, nextState: 2, reward: 1, terminal: true };
    expect(dataWarnings(one, freeze(one, rowsOf([beyond])))).toEqual([
      'The data never acts in 1 of 1 start cell (row 1, column 1): learners start there by guessing.',
    ]);
  });

  it('pass on the notes of a behavior', () => {
    const mdp = small(['S.G']);
    const data = freeze(mdp, rowsOf([right]));
    expect(dataWarnings(mdp, data, { components: [], notes: ['A note.'] }).at(-1)).toBe('A note.');
  });
});
