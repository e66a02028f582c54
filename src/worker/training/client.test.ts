import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ScriptedWorker } from '../connection/testing/scripted';
import { TrainingClient } from './client';
import type { Command, Report } from './protocol';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function stage(listening?: Promise<unknown>) {
  const worker = new ScriptedWorker<Command, Report>();
  const heard: Report[][] = [];
  const client = new TrainingClient(() => worker, {
    onReports: (reports) => heard.push([...reports]),
    onCrash: () => undefined,
    onGivenUp: () => undefined,
    patience: () => 10,
    listening,
  });
  return { worker, client, heard };
}

const reportOf = (id: number): Report => ({ type: 'parameters', id, found: null });

it('hands reports on together, a few times a second', () => {
  const { worker, heard } = stage();
  worker.say(reportOf(1));
  worker.say(reportOf(2));
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([[reportOf(1), reportOf(2)]]);
});

it('keeps what is said before anybody listens, in its order, and then hands it on', async () => {
  let listen: () => void = () => undefined;
  const { worker, heard } = stage(
    new Promise<void>((resolve) => {
      listen = resolve;
    }),
  );
  worker.say(reportOf(1));
  vi.advanceTimersByTime(10_000);
  worker.say(reportOf(2));
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([]);
  listen();
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual([[reportOf(1), reportOf(2)]]);
  worker.say(reportOf(3));
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual([[reportOf(1), reportOf(2)], [reportOf(3)]]);
});
