import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../texts/speak';
import { describeGoal, describeGoals } from './arrivals';

describe('how policies arrive, in words', () => {
  it('says first whether the goal is reached', () => {
    expect(describeGoal(null, null)).toBe('Not trained yet');
    expect(describeGoal(0, null)).toBe('Never reaches the goal');
    expect(describeGoal(1, 20)).toBe('Reaches the goal in 20 steps');
    expect(describeGoal(1, 1)).toBe('Reaches the goal in 1 step');
    expect(describeGoal(0.736, 31.4)).toBe('Reaches the goal in 74\u00a0% of episodes, 31 steps');
  });

  it('counts the seeds that arrive', () => {
    const arrives = { goalRate: 1, goalSteps: 20 };
    const lost = { goalRate: 0, goalSteps: null };
    expect(describeGoals([])).toBe('Not trained yet');
    expect(describeGoals([lost])).toBe('Never reaches the goal');
    expect(describeGoals([arrives, lost, arrives])).toBe(
      'Reaches the goal on 2 of 3 seeds, in 20 steps',
    );
    expect(describeGoals([lost, lost])).toBe('Reaches the goal on 0 of 2 seeds');
    expect(describeGoals([arrives, { goalRate: 0.6, goalSteps: 31 }])).toBe(
      'Reaches the goal on 2 of 2 seeds, 80\u00a0% of the time',
    );
  });
});

describe('how policies arrive, in German', () => {
  afterEach(() => speak('en'));

  it('says first whether the goal is reached', async () => {
    await speak('de');
    expect(describeGoal(null, null)).toBe('Noch nicht trainiert');
    expect(describeGoal(0, null)).toBe('Erreicht das Ziel nie');
    expect(describeGoal(1, 20)).toBe('Erreicht das Ziel in 20 Schritten');
    expect(describeGoal(1, 1)).toBe('Erreicht das Ziel in 1 Schritt');
    expect(describeGoal(0.736, 31.4)).toBe(
      'Erreicht das Ziel in 74\u00a0% der Episoden, in 31 Schritten',
    );
  });

  it('counts the seeds that arrive', async () => {
    await speak('de');
    const arrives = { goalRate: 1, goalSteps: 20 };
    const lost = { goalRate: 0, goalSteps: null };
    expect(describeGoals([arrives, lost, arrives])).toBe(
      'Erreicht das Ziel auf 2 von 3 Seeds, in 20 Schritten',
    );
    expect(describeGoals([lost, lost])).toBe('Erreicht das Ziel auf 0 von 2 Seeds');
    expect(describeGoals([arrives, { goalRate: 0.6, goalSteps: 31 }])).toBe(
      'Erreicht das Ziel auf 2 von 2 Seeds, in 80\u00a0% der Fälle',
    );
  });
});
