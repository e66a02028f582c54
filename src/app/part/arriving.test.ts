import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { arriving, once, PartMissing } from './arriving';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells what did not come from what fails later', async () => {
  await expect(arriving(async () => 7)).resolves.toBe(7);
  const failed = await arriving(() => Promise.reject(new TypeError('Failed to fetch'))).catch(
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(PartMissing);
  expect((failed as PartMissing).message).toBe('Failed to fetch');
});

it('gives up what hangs', async () => {
  const refused = expect(arriving(() => new Promise(() => undefined))).rejects.toThrow(PartMissing);
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
});

it('remembers what came, always by the same promise, and asks anew for what did not', async () => {
  let asked = 0;
  let online = false;
  const load = once(async () => {
    asked += 1;
    if (!online) throw new Error('offline');
    return asked;
  });
  const first = load();
  expect(load()).toBe(first);
  await expect(first).rejects.toThrow('offline');
  online = true;
  const second = load();
  expect(await second).toBe(2);
  expect(load()).toBe(second);
});
