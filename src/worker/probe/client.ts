import type { WorkerLike } from '../connection/connect';
import { startWorker } from '../connection/start';
import address from './entry?worker&url';
import type { ProbeReport, ProbeRequest } from './protocol';

/** A worker that times the rungs of this device; it serves one request. */
export type Prober = WorkerLike<ProbeRequest, ProbeReport>;

export const startProber = (): Prober => startWorker(address);
