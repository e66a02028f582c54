/// <reference lib="webworker" />
import { buildProblem, type Problem, problemView } from '../experiment/problem';
import type { Frame } from '../experiment/types';
import type { WorkerEngine } from './engine';
import type { Command, Report } from './protocol';
import { Session, type SessionProblem } from './session';

declare const self: DedicatedWorkerGlobalScope;

/** The buffers of a frame; the worker does not need them again. */
function buffersOf(frame: Frame): Transferable[] {
  return Object.values(frame.learners).flatMap((seeds) =>
    seeds.flatMap(({ q, trueQ, policy, occupancy }) =>
      [q, trueQ, policy, occupancy].flatMap((table) => (table ? [table.buffer] : [])),
    ),
  );
}

function post(report: Report): void {
  self.postMessage(report, report.type === 'measured' ? buffersOf(report.frame) : []);
}

/**
 * Resting lets messages in. A timer of 0 ms would be stretched to 4 ms after a few turns, a quarter of
 * the time of small steps; a message to oneself is not.
 */
const turns = new MessageChannel();
const woken: (() => void)[] = [];
turns.port1.onmessage = () => woken.shift()?.();

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds >= 1) {
      setTimeout(resolve, milliseconds);
      return;
    }
    woken.push(resolve);
    turns.port2.postMessage(null);
  });
}

/** World, data and truth are on the page before the engine's code has come. */
const engineCode = import('./engine');
engineCode.catch(() => undefined);

interface WorkerProblem extends SessionProblem {
  readonly problem: Problem;
}

const session: Session<WorkerProblem, WorkerEngine> = new Session<WorkerProblem, WorkerEngine>({
  buildProblem(settings, given) {
    const problem = buildProblem(settings, new Map(given && [[given.hash, given]]));
    return { problem, view: (runId) => problemView(problem, runId) };
  },
  startEngine: async (settings, remembered) => {
    const { startEngine } = await engineCode;
    return startEngine(settings, remembered, (reason) => session.engineLost(reason));
  },
  createRun: (problem, settings, edits, engine, runId) =>
    engine.createRun(problem.problem, settings, engine.createStack, runId, edits),
  post,
  now: () => performance.now(),
  rest,
});

self.onmessage = ({ data }: MessageEvent<Command>) => session.handle(data);
