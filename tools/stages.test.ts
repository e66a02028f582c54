import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES, type Stage, stagesFor, stagesToBegin } from './stages.mjs';

describe('the stages of npm test', () => {
  it('are scripts of the package', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const { script } of STAGES) expect(Object.keys(scripts)).toContain(script[0]);
  });

  it('are all run where none is named', () => {
    expect(stagesFor([])).toEqual(STAGES);
  });

  it('are run alone with what they are told, after the build where they look at the page', () => {
    expect(stagesFor(['unit', 'src/mdp']).map(({ script }) => script)).toEqual([
      ['unit', 'src/mdp'],
    ]);
    expect(stagesFor(['e2e', 'gallery']).map(({ script }) => script)).toEqual([
      ['build'],
      ['e2e', 'gallery'],
    ]);
    expect(stagesFor(['build']).map(({ name }) => name)).toEqual(['build']);
  });

  it('are named where one is asked for that there is not', () => {
    expect(() => stagesFor(['e2'])).toThrow('no stage “e2”');
    expect(() => stagesFor(['e2'])).toThrow(
      'browsers, conformance, loaders, fuzz, size, webgl, unit, e2e',
    );
  });
});

describe('what is run side by side', () => {
  /** Runs stages on paper, each for so long; what was under way at every moment. */
  function moments(stages: readonly Stage[], lasting: readonly number[], lanes: number): Stage[][] {
    let waiting = [...stages];
    let running: { stage: Stage; left: number }[] = [];
    const seen: Stage[][] = [];
    while (waiting.length > 0 || running.length > 0) {
      const under = running.map(({ stage }) => stage);
      for (const stage of stagesToBegin(waiting, under, lanes)) {
        waiting = waiting.filter((other) => other !== stage);
        running.push({ stage, left: lasting[stages.indexOf(stage) % lasting.length] });
      }
      if (running.length === 0) throw new Error('Nothing can begin, and nothing will end.');
      seen.push(running.map(({ stage }) => stage));
      running = running.flatMap(({ stage, left }) => (left > 1 ? [{ stage, left: left - 1 }] : []));
    }
    return seen;
  }

  it('is every stage once, in its order, no more than there are lanes, and nothing beside one that is run alone', () => {
    const some = fc.shuffledSubarray([...STAGES], { minLength: 1 });
    const lasting = fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: STAGES.length,
      maxLength: STAGES.length,
    });
    fc.assert(
      fc.property(some, lasting, fc.integer({ min: 1, max: 4 }), (stages, lengths, lanes) => {
        const seen = moments(stages, lengths, lanes);
        const first = (stage: Stage) => seen.findIndex((under) => under.includes(stage));
        for (const [i, stage] of stages.entries()) {
          const long = seen.filter((under) => under.includes(stage)).length;
          expect(long, stage.name).toBe(lengths[i]);
        }
        for (const under of seen) {
          expect(under.length).toBeLessThanOrEqual(lanes);
          if (under.some(({ alone }) => alone)) expect(under).toHaveLength(1);
        }
        const build = stages.find(({ name }) => name === 'build');
        if (build === undefined) return;
        const built = seen.findLastIndex((under) => under.includes(build));
        for (const stage of stages)
          if (stage.built) expect(first(stage), stage.name).toBeGreaterThan(built);
      }),
    );
  });

  it('is two of all that are not run alone, from the first to the last but one', () => {
    const seen = moments(STAGES, [1], 2);
    expect(seen.map((under) => under.map(({ name }) => name).join('+'))).toEqual([
      'types+lint',
      'deadcode+build',
      'browsers+conformance',
      'loaders+fuzz',
      'size+webgl',
      'unit',
      'e2e',
    ]);
  });
});
