/// <reference lib="webworker" />
import { buildProblem, type Problem, problemView } from '../experiment/problem';
import type { WorkerEngine } from './engine';
import { HelperPool } from './pool/pool';
import { workersFor } from './pool/size';
import { spreadRun } from './pool/spread';
import type { Command, Report } from './protocol';
import { Session } from './session';
import type { SessionProblem } from './session-parts';
import { speaking } from './speaking';
import { buffersOf } from './transfer';
import { rest } from './turns';

declare const self: DedicatedWorkerGlobalScope;

function post(report: Report): void {
  self.postMessage(report, report.type === 'measured' ? buffersOf(report.frame.learners) : []);
}

/**
 * Nested workers: the page's thread has no part in their messages, and they go when this one does.
 * A browser without them throws here, and all seeds are trained in this worker.
 */
const pool = new HelperPool(
  () => new Worker(new URL('./pool-entry.ts', import.meta.url), { type: 'module' }),
  (reason) => session.helpersLost(reason),
);

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
    const engine = await startEngine(settings, remembered, (reason) => session.engineLost(reason));
    const workers = pool.broken
      ? 1
      : workersFor(settings, engine.info, self.navigator.hardwareConcurrency);
    pool.prepare(workers - 1);
    return { ...engine, info: { ...engine.info, workers: pool.broken ? 1 : workers } };
  },
  createRun: (problem, settings, edits, engine, runId) =>
    spreadRun(problem.problem, settings, edits, runId, engine, pool),
  post,
  now: () => performance.now(),
  rest,
});

self.onmessage = speaking((command: Command) => session.handle(command));
