import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openToolPage, type ToolPage } from '../page';
import type { Checks } from './checks';
import type { CheckRequest } from './worker';

/** Opening builds a page and starts a browser; the checks themselves run on software WebGL here. */
const PATIENCE = 180_000;

describe('the fused programs, in the worker of a page', { timeout: PATIENCE }, () => {
  let tool: ToolPage;

  beforeAll(async () => {
    tool = await openToolPage(process.cwd(), 'tools/webgl', 'npm test');
  }, PATIENCE);
  afterAll(() => tool?.close());

  function check<K extends keyof Checks>(
    name: K,
    ...given: Parameters<Checks[K]>
  ): Promise<Awaited<ReturnType<Checks[K]>>> {
    const request: CheckRequest = { name, given };
    return tool.page.evaluate(
      (asked) => window.runCheck(asked.name, ...(asked.given as never)),
      request,
    ) as Promise<Awaited<ReturnType<Checks[K]>>>;
  }

  it('give the terms and gradients of the textbook losses, for every head, on any stack', async () => {
    const seed = Date.now() % 1_000_000;
    const widest = await check('compare', {
      steps: 0,
      largest: 40,
      mostLearners: 5,
      runs: 40,
      seed,
    });
    expect(widest.error, `seed ${seed}: ${JSON.stringify(widest)}`).toBeLessThan(1e-4);
  });

  it('give them with truth put in the targets too', async () => {
    const widest = await check('compare', {
      steps: 0,
      largest: 24,
      mostLearners: 5,
      runs: 20,
      seed: 5,
      withTruth: true,
    });
    expect(widest.error, JSON.stringify(widest)).toBeLessThan(1e-4);
  });

  // Adam makes a whole step even of a gradient that is rounding noise, so that one stack in many drifts
  // apart: the sample is a fixed one.
  it.each([
    [5, 40, 1e-4, 20],
    [200, 16, 1e-3, 12],
  ])('stay with composed operations over %i steps', async (steps, largest, tolerance, runs) => {
    const widest = await check('compare', { steps, largest, mostLearners: 3, runs, seed: 7 });
    expect(widest.error, JSON.stringify(widest)).toBeLessThan(tolerance);
  });

  it('take the same few launches a joint step for one seed and for sixteen, and read nothing back', async () => {
    const one = await check('callsOfStep', { seeds: 1 });
    expect(one.drawElements + one.drawArrays).toBeLessThanOrEqual(40);
    expect(one.drawElements + one.drawArrays).toBeGreaterThan(0);
    expect(one).toMatchObject({ readPixels: 0, getBufferSubData: 0, shaderSource: 0 });
    const sampled = { 'cql.penalty': 'sampled-sketch', encoding: 'fourier' };
    for (const other of [{ seeds: 16 }, { seeds: 16, ...sampled }]) {
      expect(await check('callsOfStep', other)).toEqual(one);
    }
  });

  it('go on bit by bit where they were saved', async () => {
    const seed = Date.now() % 1_000_000;
    const broken = await check('resumes', 12, seed);
    expect(broken, `seed ${seed}: ${JSON.stringify(broken)}`).toBeNull();
  });

  it('hold as many tensors and textures after 10,000 steps as after 10', async () => {
    const [early, late] = await check('heldAfter', { seeds: 1 }, [10, 10_000]);
    expect(early.textures).toBeGreaterThan(0);
    expect(late).toEqual(early);
  });

  it('pass the check on this driver', async () => {
    expect(await check('faultOf', {})).toBeNull();
    expect(await check('faultOf', { encoding: 'xy', 'cql.backup': 'softmax' })).toBeNull();
  });

  it.each([
    ['a logarithm too large', 'most + log(', 'most + 1.2 * log('],
    ['a forgotten rectifier', 'return max(sum, 0.0);', 'return sum;'],
    ['Adam without its root', 'sqrt(v)', '(v)'],
    ['a program that does not compile', 'int written = i / all;', 'int written = i / ;'],
  ])('are not trusted to a driver that gives %s', async (_, find, replace) => {
    const start = await check('startWithDriverThat', find, replace);
    expect(start.implementation).toBe('composed');
    expect(start.trusted).toBe(false);
    expect(start.caveat).toMatch(/driver .* wrongly/);
  });

  it('are used by a driver that computes rightly', async () => {
    const start = await check('startWithDriverThat', 'most', 'most');
    expect(start).toEqual({ implementation: 'fused', caveat: null, trusted: true });
  });
});
