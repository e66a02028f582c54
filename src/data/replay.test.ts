import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { evenlySpaced } from './replay';
import { shipped, small } from './testing/worlds';
import { policyReturn, referenceReturns } from './tiers';
import { behaviorReturn } from './values';

const replay = (id: string, size: number, seed = 0) =>
  buildBehavior(shipped(id), { kind: 'medium-replay' }, { size, seed });

describe('thinning', () => {
  it('keeps whole episodes, evenly, and overshoots by less than the last one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (lengths, share) => {
          const total = lengths.reduce((a, b) => a + b, 0);
          const size = Math.max(1, Math.floor(share * total));
          const keep = evenlySpaced(lengths, size);
          let kept = 0;
          let passed = 0;
          let last = 0;
          keep.forEach((isKept, i) => {
            passed += lengths[i];
            if (isKept) {
              kept += lengths[i];
              last = lengths[i];
            }
            const due = (size / total) * passed;
            expect(kept).toBeGreaterThanOrEqual(due - 1e-9);
            expect(kept).toBeLessThan(due + last + 1e-9);
          });
          expect(kept).toBeGreaterThanOrEqual(size);
          expect(kept - last).toBeLessThan(size);
        },
      ),
    );
  });

  it('keeps everything where all is asked for', () => {
    expect(evenlySpaced([3, 1, 2], 6)).toEqual([true, true, true]);
    expect(evenlySpaced([10, 10, 10, 10], 20)).toEqual([true, false, true, false]);
  });
});

describe('medium-replay', () => {
  it.each(['maze-umaze', 'tutorial-maze', 'frozen-lake-4x4', 'four-rooms'])(
    'gives exactly the size asked for, in whole episodes, in %s',
    (id) => {
      const mdp = shipped(id);
      const size = 2000;
      const behavior = replay(id, size);
      expect(behavior.notes).toBeUndefined();
      const data = collect(mdp, behavior, { size, seed: 0 });
      expect(data.size).toBe(size);
      for (let row = 1; row < size; row++) {
        const ended = data.terminal[row - 1] + data.truncated[row - 1] === 1;
        expect(data.step[row]).toBe(ended ? 0 : data.step[row - 1] + 1);
        expect(data.episode[row]).toBe(data.episode[row - 1] + (ended ? 1 : 0));
        if (!ended) expect(data.state[row]).toBe(data.nextState[row - 1]);
        const cut = row === size - 1 || data.step[row] === mdp.horizon - 1;
        expect(data.truncated[row]).toBe(cut && data.terminal[row] === 0 ? 1 : 0);
      }
    },
  );

  it('has every row under a policy of one of its episodes, in order', () => {
    const mdp = shipped('tutorial-maze');
    const { components, recording } = replay('tutorial-maze', 2000);
    if (!recording) throw new Error('medium-replay is a recording');
    const episodes = recording.episode[recording.size - 1] + 1;
    // The component of every episode, counting off the shares in whole episodes.
    const owner = components.flatMap(({ share }, k) =>
      new Array<number>(Math.round(share * episodes)).fill(k),
    );
    expect(owner).toHaveLength(episodes);
    for (let row = 0; row < recording.size; row++) {
      const { policy } = components[owner[recording.episode[row]]];
      const pair = recording.state[row] * 4 + recording.action[row];
      expect(recording.behaviorProbability[row]).toBe(policy[pair]);
      expect(mdp.terminal[recording.state[row]]).toBe(0);
    }
  });

  it('stops a run as soon as its policy is worth medium', () => {
    // Runs here have fewer episodes than the 20 within which every one is checked.
    const mdp = shipped('maze-umaze');
    const { medium } = referenceReturns(mdp);
    const behavior = replay('maze-umaze', 5000);
    for (const { policy } of behavior.components) {
      expect(policyReturn(mdp, policy)).toBeLessThan(medium);
    }
    expect(behaviorReturn(mdp, behavior)).toBeLessThan(medium);
  });

  it('learns: later episodes of a long run are worth more than the first', () => {
    const mdp = shipped('frozen-lake-8x8');
    const { components } = replay('frozen-lake-8x8', 4000);
    const worth = components.map(({ policy }) => policyReturn(mdp, policy));
    const half = Math.floor(worth.length / 2);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(worth.slice(half))).toBeGreaterThan(mean(worth.slice(0, half)));
  });

  it('appends further runs where one is too short', () => {
    const { components } = replay('maze-umaze', 5000);
    const runs = new Set(components.map(({ label }) => label.split(',')[0]));
    expect(runs.size).toBeGreaterThan(5);
    expect(components[0].policy.every((p) => p === 0.25)).toBe(true);
  });

  it('follows its seed', () => {
    expect(replay('tutorial-maze', 500, 4)).toEqual(replay('tutorial-maze', 500, 4));
    expect(replay('tutorial-maze', 500, 5)).not.toEqual(replay('tutorial-maze', 500, 4));
  });

  it('says when the learner never reached medium', () => {
    // A random walk of 30 steps never crosses a corridor of 39.
    const mdp = small([`S${'.'.repeat(38)}G`], { horizon: 30 });
    const behavior = buildBehavior(mdp, { kind: 'medium-replay' }, { size: 100, seed: 0 });
    expect(behavior.notes).toEqual([expect.stringMatching(/did not reach .* 500,000 steps/)]);
    expect(collect(mdp, behavior, { size: 100, seed: 0 }).size).toBe(100);
  });
});
