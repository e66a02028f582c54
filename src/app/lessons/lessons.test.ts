import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createSimdStack } from '../../engine/simd/stack';
import { type ExperimentResult, runExperiment } from '../../experiment/headless';
import { buildProblem } from '../../experiment/problem';
import { resolveSettings } from '../../experiment/settings/parse';
import { emptySeries } from '../state/series';
import { factsOf } from './facts';
import { type Truth, truthOf } from './judge';
import { readLesson } from './read';
import type { Ask, Lesson } from './types';

const folder = fileURLToPath(new URL('./en/', import.meta.url));
const LESSONS = readdirSync(folder)
  .sort()
  .map((file) => readLesson(readFileSync(join(folder, file), 'utf8'), file));

/** What the texts of the lessons say comes out: the right options, or the range of the number. */
const SAID: Readonly<
  Record<string, Readonly<Record<string, readonly string[] | readonly [number, number] | 'open'>>>
> = {
  '01-believing': { arrive: ['cql', 'iql'], belief: [0.38, 1] },
  '02-imitation': {
    clone: [0.08, 0.2],
    habit: ['best'],
    tenth: ['better'],
    majority: ['iql'],
  },
  '03-dial': {
    sink: [-0.3, 0],
    little: ['dqn'],
    humble: ['low'],
    'strict-earns': ['nothing'],
  },
  '04-sketch': { floor: ['far'], deep: [-400, -50] },
  '05-stitching': { sew: ['cql', 'iql'], crowd: [0.02, 0.12] },
  // The text says that who gets through hangs on the seed.
  '06-corridor': { left: [0.25, 0.36], strict: [0, 0.001], through: 'open' },
  '07-expectile': { hope: ['nine'], reach: ['half', 'nine'] },
  '08-writing': { alone: ['no'] },
  '09-trying': { belief: ['falls'], arrive: ['dqn', 'cql', 'iql'] },
};

/** Takes a lesson as a student would who does all its tasks; what is revealed, by ask. */
async function taken(lesson: Lesson): Promise<Record<string, Truth | null>> {
  let given: Record<string, unknown> = { ...lesson.start };
  let result: ExperimentResult | null = null;
  const truths: Record<string, Truth | null> = {};
  const asks = new Map<string, Ask>();
  for (const { set, task, ask, reveal } of lesson.steps) {
    if (set) {
      given = { ...given, ...set };
      result = null;
    }
    const { settings } = resolveSettings(given);
    if (task?.kind === 'run') {
      const steps = task.steps === null ? {} : { steps: task.steps };
      result = await runExperiment({ settings, createStack: createSimdStack, ...steps });
    }
    if (ask) asks.set(ask.id, ask);
    if (!reveal) continue;
    const facts = factsOf({
      settings,
      snapshot: result?.snapshot ?? null,
      truth: buildProblem(settings).truth,
      status: 'done',
      pinned: null,
    });
    const series = { ...emptySeries('a'), snapshots: result?.series ?? [] };
    const asked = asks.get(reveal.ask) as Ask;
    truths[reveal.ask] = truthOf(asked, { facts, frame: null, series, grid: null });
  }
  return truths;
}

describe('the lessons', () => {
  it('are at least six, each of two to five minutes, with a prediction', () => {
    expect(LESSONS.length).toBeGreaterThanOrEqual(6);
    for (const { minutes, steps } of LESSONS) {
      expect(minutes).toBeGreaterThanOrEqual(2);
      expect(minutes).toBeLessThanOrEqual(5);
      expect(steps.some(({ ask, task }) => ask !== null || task?.kind === 'write')).toBe(true);
    }
    expect(new Set(LESSONS.flatMap(({ steps }) => steps.map(({ ask }) => ask?.kind)))).toContain(
      'curve',
    );
  });

  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
    '%s turns out as it says',
    { timeout: 240_000 },
    async (id, lesson) => {
      const truths = await taken(lesson);
      expect(Object.keys(truths).sort()).toEqual(Object.keys(SAID[id]).sort());
      for (const [ask, said] of Object.entries(SAID[id])) {
        const truth = truths[ask];
        if (truth === null) throw new Error(`${id}: nothing is known about ${ask}.`);
        if (said === 'open') continue;
        if (truth.kind === 'choose') {
          expect(truth.right, ask).toEqual(said);
          continue;
        }
        const value =
          truth.kind === 'curve'
            ? truth.points[truth.points.length - 1].value
            : truth.kind === 'scale'
              ? truth.value
              : Number.NaN;
        expect(value, ask).toBeGreaterThanOrEqual(said[0] as number);
        expect(value, ask).toBeLessThanOrEqual(said[1] as number);
      }
    },
  );
});
