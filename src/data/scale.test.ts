import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { automaticScale, bestRecordedReturn } from './scale';
import { rowsOf, small } from './testing/worlds';

const world = { gamma: 0.5, horizon: 10 };
/** An episode of rewards, from state 0 onwards; the last row ends as said. */
const episode = (number: number, rewards: readonly number[], terminal: boolean, first = 0) =>
  rewards.map((reward, step) => ({
    state: first + step,
    nextState: first + step + 1,
    reward,
    episode: number,
    step,
    terminal: terminal && step === rewards.length - 1,
    truncated: !terminal && step === rewards.length - 1,
  }));

describe('the best recorded way from a start', () => {
  it('is the best of the episodes that ended, discounted', () => {
    const rows = rowsOf([...episode(0, [0, 0, 1], true), ...episode(1, [0, 1], true)]);
    expect(bestRecordedReturn(rows, world)).toBe(0.5);
  });

  it('does not count an episode that was cut where others ended, or reached the horizon', () => {
    const cut = episode(0, [9, 9], false);
    const ended = episode(1, [0, 1], true);
    expect(bestRecordedReturn(rowsOf([...cut, ...ended]), world)).toBe(0.5);
    const long = episode(1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 2], false);
    expect(bestRecordedReturn(rowsOf([...cut, ...long]), world)).toBe(2 / 2 ** 9);
    expect(bestRecordedReturn(rowsOf(cut), world)).toBe(9 + 4.5);
  });

  it('begins anew where an episode falls back to its start', () => {
    const fell = [
      { state: 0, nextState: 0, reward: -100, step: 0 },
      { state: 0, nextState: 1, reward: -1, step: 1 },
      { state: 1, nextState: 2, reward: -1, step: 2, terminal: true },
    ];
    expect(bestRecordedReturn(rowsOf(fell), world)).toBe(-1.5);
    expect(automaticScale(rowsOf(fell), world)).toBe(33 / 100);
  });
});

describe('the scale of rewards', () => {
  it('makes the best recorded way worth 20, and no single reward more than 33', () => {
    const far = rowsOf(episode(0, [0, 0, 0, 0, 1], true));
    expect(automaticScale(far, world)).toBe(33);
    const near = rowsOf(episode(0, [2], true));
    expect(automaticScale(near, world)).toBe(10);
  });

  it('is 1 without any reward, and finite whatever there is', () => {
    expect(automaticScale(rowsOf(episode(0, [0, 0], false)), world)).toBe(1);
    expect(automaticScale(rowsOf(episode(0, [0, 0], true)), world)).toBe(1);
    // Equal and cancelling: the best return is 0, the largest reward is not.
    expect(automaticScale(rowsOf(episode(0, [1, -2], true)), world)).toBe(16.5);
    expect(automaticScale(rowsOf(episode(0, [5], true)), world)).toBe(4);
    expect(automaticScale(rowsOf(episode(0, [5e-324], true)), world)).toBe(Number.MAX_VALUE);
  });

  it('follows the unit of the rewards: rewards times k, scale over k', () => {
    const map = ['S..', '.C.', '..G'];
    const cents = fc.integer({ min: -200, max: 200 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: 0, max: 20 }),
        fc.record({
          step: cents,
          goal: cents,
          cliff: cents,
        }),
        (exponent, seed, given) => {
          const k = 2 ** exponent;
          const scaleOf = (by: number) => {
            const rewards = {
              step: by * given.step,
              goal: by * given.goal,
              pit: 0,
              cliff: by * given.cliff,
            };
            const mdp = small(map, { rewards });
            const options = { size: 60, seed };
            return automaticScale(
              collect(mdp, buildBehavior(mdp, { kind: 'uniform' }, options), options),
              mdp,
            );
          };
          const scale = scaleOf(1);
          expect(scale).toBeGreaterThan(0);
          expect(Number.isFinite(scale)).toBe(true);
          const silent = given.step === 0 && given.goal === 0 && given.cliff === 0;
          // A power of two is exact, so that nothing but the unit changes, to the last bit.
          if (!silent && scale !== 1) expect(scaleOf(k) * k).toBe(scale);
        },
      ),
    );
  });
});
