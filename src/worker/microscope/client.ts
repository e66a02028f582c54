import type { RowUpdate } from '../../experiment/microscope';
import { type Connection, connect, PATIENCE, type WorkerLike } from '../connection/connect';
import { startWorker } from '../connection/start';
import address from './entry?worker&url';
import type { MicroscopeJob, MicroscopeReport } from './protocol';

/** The worker that recomputes the update of a row. */
export type ExaminerWorker = WorkerLike<MicroscopeJob, MicroscopeReport>;

export const startExaminer = (): ExaminerWorker => startWorker(address);

/** What became of a job: the updates of the row, a sentence why there are none, or why the worker was lost. */
export type Examined =
  | { readonly updates: readonly RowUpdate[] }
  | { readonly message: string }
  | { readonly lost: string };

/** Has a worker examine rows, one at a time; where it is lost, the next row is given to a new one. */
export class Examiner {
  readonly #spawn: () => ExaminerWorker;
  #worker: Connection<MicroscopeJob> | null = null;
  #jobs = 0;
  #end: ((found: Examined) => void) | null = null;
  #closed = false;

  constructor(spawn: () => ExaminerWorker) {
    this.#spawn = spawn;
  }

  /** Never rejects; never settles once the examiner is closed, or asked for something else. */
  examine(job: Omit<MicroscopeJob, 'id'>): Promise<Examined> {
    return new Promise((resolve) => {
      if (this.#closed) return;
      this.#jobs += 1;
      this.#end = resolve;
      this.#awake().post({ ...job, id: this.#jobs });
    });
  }

  /** Ends the worker, and starts no other. */
  close(): void {
    this.#closed = true;
    this.#end = null;
    this.#worker?.close();
  }

  #awake(): Connection<MicroscopeJob> {
    this.#worker ??= connect(this.#spawn, {
      onMessage: (report) => {
        if (report.id === this.#jobs) this.#settle(report);
      },
      onLost: (lost) => {
        this.#worker = null;
        this.#settle({ lost });
      },
      awaited: () => (this.#end === null ? null : PATIENCE.working),
    });
    return this.#worker;
  }

  #settle(found: Examined): void {
    const end = this.#end;
    this.#end = null;
    end?.(found);
  }
}
