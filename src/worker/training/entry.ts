/// <reference lib="webworker" />
import { buildProblem, type Problem, problemView } from '../../experiment/problem';
import { savedBytes } from '../../experiment/saved-bytes';
import { trainedText } from '../../experiment/settings/trained';
import { settlingUnit } from '../../experiment/settling';
import { stacks } from '../../texts/stacks';
import { PATIENCE } from '../connection/connect';
import { attend } from '../connection/heartbeat';
import { messageOf } from '../connection/message';
import { DOWNLOAD_PATIENCE, within } from '../connection/patience';
import { workerAddress } from '../connection/start';
import type { Keeper } from '../kept/keeper';
import helper from '../pool/entry?worker&url';
import { HelperPool } from '../pool/pool';
import { workersFor } from '../pool/size';
import { spreadRun } from '../pool/spread';
import { Lender } from './borrowing/lender';
import type { WorkerEngine } from './engine';
import type { Command, Report } from './protocol';
import { Session } from './session';
import type { SessionProblem } from './session-parts';
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
  () => new Worker(workerAddress(helper), { type: 'module' }),
  (reason) => session.helpersLost(reason),
);

/** World, data and truth are on the page before the engine's code has come. */
const engineCode = within(DOWNLOAD_PATIENCE, import('./engine'), () => stacks().codeLate);
engineCode.catch(() => undefined);

/** What keeps runs between visits comes once there is one to keep. */
let keeper: Promise<Keeper> | null = null;

interface WorkerProblem extends SessionProblem {
  readonly problem: Problem;
}

const clock = { now: () => performance.now(), rest };

/** A knob of one learner leaves the others as they were. */
const lender = new Lender(clock);

const session: Session<WorkerProblem, WorkerEngine> = new Session<WorkerProblem, WorkerEngine>({
  buildProblem(settings, given) {
    const problem = buildProblem(settings, new Map(given && [[given.hash, given]]));
    return {
      problem,
      settlingUnit: settlingUnit(problem),
      keptAs: (own) => ({
        what: `${problem.dataset.hash} ${trainedText(own)}`,
        bytes: savedBytes(problem, own),
      }),
      view: (runId) => problemView(problem, runId),
    };
  },
  startEngine: async (settings, remembered) => {
    const { startEngine } = await engineCode.catch((cause: unknown) => {
      // The worker that the page starts at its next reset asks for it once more.
      throw new Error(stacks().codeMissing(messageOf(cause)), { cause });
    });
    const engine = await startEngine(settings, remembered, (reason) => session.engineLost(reason));
    const workers = pool.broken
      ? 1
      : workersFor(settings, engine.info, self.navigator.hardwareConcurrency);
    pool.prepare(workers - 1, engine.info.inParts ? PATIENCE.sliced : PATIENCE.working);
    return { ...engine, info: { ...engine.info, workers: pool.broken ? 1 : workers } };
  },
  createRun: ({ problem }, settings, edits, engine, runId, saved) => {
    const { backend, implementation } = engine.info;
    const on = `${backend}/${implementation} ${problem.dataset.hash}`;
    return lender.createRun({ on, settings, edits, saved }, (...run) =>
      spreadRun(problem, run[0], run[1], runId, engine, pool, run[2]),
    );
  },
  keeper: async () => {
    keeper ??= import('../kept/start').then(({ startKeeper }) => startKeeper(post));
    return keeper;
  },
  post,
  ...clock,
});

attend(self, (command: Command) => session.handle(command));
