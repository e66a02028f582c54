import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { within } from './patience';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('hands on what comes in time, and leaves no timer behind', async () => {
  const late = vi.fn(() => 'late');
  await expect(within(30, Promise.resolve(7), late)).resolves.toBe(7);
  await expect(within(30, Promise.reject(new Error('no')), late)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
  expect(late).not.toHaveBeenCalled();
});

it('says that what hangs has not come', async () => {
  const waiting = within(30, new Promise(() => undefined), () => 'It has not come.');
  const refused = expect(waiting).rejects.toThrow('It has not come.');
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
});
