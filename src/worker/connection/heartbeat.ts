import { type SpeakCommand, speaking } from './speaking';

/** To any worker: are you there? */
export interface PingCommand {
  readonly type: 'ping';
}

/** Its answer, given between two pieces of its work. */
export interface PongReport {
  readonly type: 'pong';
}

export const PING: PingCommand = { type: 'ping' };
const PONG: PongReport = { type: 'pong' };

function typeOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
}

export function isPing(data: unknown): data is PingCommand {
  return typeOf(data) === PING.type;
}

export function isPong(data: unknown): data is PongReport {
  return typeOf(data) === PONG.type;
}

/** The part of a worker's global scope that it listens and answers by. */
interface Scope<T> {
  onmessage: ((event: MessageEvent<T | SpeakCommand | PingCommand>) => void) | null;
  postMessage(report: PongReport): void;
}

/**
 * The worker's end of a connection: answers at once whoever asks whether it is there, speaks as it is
 * told to, and hands everything else to `handle` in its order. Where that rejects, the worker fails.
 */
export function attend<T>(scope: Scope<T>, handle: (message: T) => void | Promise<void>): void {
  // A rejection stays in the worker; reported, it reaches the other end as the worker's failure.
  const take = speaking((message: T) => void handle(message)?.catch(reportError));
  scope.onmessage = ({ data }) => {
    if (isPing(data)) scope.postMessage(PONG);
    else take({ data });
  };
}
