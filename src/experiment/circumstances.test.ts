import { describe, expect, it } from 'vitest';
import { instancesOf } from './assemble';
import { circumstancesOf } from './circumstances';
import { buildProblem } from './problem';
import { PROMISES } from './promises';
import { RestingPlaces } from './rests';
import { rewardScaleOf } from './scale';
import { resolveSettings } from './settings/parse';
import type { LearnerSnapshot } from './types';

/** Codes and sentences under some settings, before anybody has trained. */
function under(given: Record<string, unknown>) {
  const { settings } = resolveSettings(given);
  const problem = buildProblem(settings);
  const places = new RestingPlaces(problem, rewardScaleOf(problem, settings));
  const learners = Object.fromEntries(
    instancesOf(settings).map((instance): [string, LearnerSnapshot] => [
      instance.id,
      {
        kind: instance.kind,
        status: 'ok',
        restsAt: places.of(instance).restsAt,
        seeds: [],
      },
    ]),
  );
  return circumstancesOf(problem, settings, { truth: problem.truth, learners, step: 3000 });
}
const codes = (given: Record<string, unknown>) => under(given).map(({ code }) => code);

describe('circumstances', () => {
  it('are none in the first scenario, on any of ten datasets', () => {
    for (let seed = 0; seed < 10; seed++) expect(codes({ 'data.seed': seed })).toEqual([]);
  });

  it('suspend claims that there are', () => {
    const ids = PROMISES.extrapolation.claims.map(({ id }) => id);
    const found = [
      { scenario: 'no-reward' },
      { scenario: 'everything-tried' },
      { scenario: 'bc-ceiling' },
      { world: 'frozen-lake-8x8', behavior: 'epsilon-greedy', 'data.size': 500 },
      { 'cql.alpha': 0.01, 'iql.beta': 1, encoding: 'xy' },
      { 'cql.alpha': 30, 'cql.backup': 'max', 'iql.expectile': 0.5 },
    ].flatMap(under);
    expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(9);
    for (const { suspends } of found) for (const claim of suspends) expect(ids).toContain(claim);
  });

  it.each([
    [
      { scenario: 'no-reward', 'data.seed': 2 },
      'noReward',
      /No row of these data carries a reward/,
    ],
    [
      { world: 'frozen-lake-8x8', behavior: 'epsilon-greedy', 'data.size': 500 },
      'planFails',
      /^Every step is partly luck here, and 500 rows show it too seldom: even exact planning on them earns \d+\u00a0% of what they allow\.$/,
    ],
    [{ scenario: 'everything-tried' }, 'allTried', /Every action has been tried everywhere/],
    [
      { scenario: 'bc-ceiling' },
      'crowdIsRight',
      /^What these data did most often .* better than BC’s most likely action\.$/,
    ],
    [{ 'cql.alpha': 0.001 }, 'penaltyWeak', /α = 0\.001 the penalty hardly acts/],
    [{ 'cql.alpha': 0.3 }, 'penaltyWeak', /α = 0\.3 the penalty is weak/],
    [
      { scenario: 'everything-tried', 'data.size': 300 },
      'allTried',
      /^Where the data went, only \d+ actions \(\d+\u00a0%\) were never tried/,
    ],
    [{ 'world.gamma': 0.9 }, 'restsMeek', /CQL would believe in 0\.0\d of a possible 0\.14\.$/],
    [{ 'cql.alpha': 10 }, 'restsPoor', /trained without end, CQL would earn 0\u00a0% of what/],
    [{ 'iql.beta': 1 }, 'restsPoor', /trained without end, IQL would earn 8\d\u00a0% of what/],
    [{ 'cql.alpha': 30 }, 'penaltyStrong', /α = 30 the penalty drowns the rewards/],
    [{ 'cql.alpha': 2 }, 'penaltyStrong', /α = 2 the penalty weighs so much/],
    [{ learningRate: 3e-4 }, 'slow', /of 0\.0003, and with each row seen 480 times/],
    [{ 'data.size': 3200 }, 'slow', /each row seen 120 times/],
    [{ 'cql.backup': 'max' }, 'maxBackup', /CQL need not be sober/],
    [{ 'iql.expectile': 0.5 }, 'expectile', /hardly more than the mean/],
    [{ 'iql.beta': 0.5 }, 'cloning', /it is almost BC/],
    [{ rewardScale: 1 }, 'scale', /see rewards times 1 instead of 33: .* mean something else/],
    [{ encoding: 'xy' }, 'coordinates', /cannot tell the two sides of a wall apart/],
  ] as const)('%j: %s, in a sentence', (given, code, sentence) => {
    const found = under(given).find((circumstance) => circumstance.code === code);
    expect(found?.sentence).toMatch(sentence);
  });

  it('say nothing of learners that are off', () => {
    expect(codes({ learners: 'bc', 'cql.alpha': 30, 'iql.beta': 0.5 })).toEqual([]);
  });
});
