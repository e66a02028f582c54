import type { WorkerLike } from '../connect';
import { isPing, type PingCommand, type PongReport } from '../heartbeat';
import type { SpeakCommand } from '../speaking';

/** A worker that only writes down what it is told and answers when asked whether it is there; a test speaks for it. */
export class ScriptedWorker<C, R> implements WorkerLike<C, R> {
  readonly commands: C[] = [];
  /** What it was told of the language to speak. */
  readonly languages: SpeakCommand[] = [];
  terminated = false;
  /** Set by a test whose worker says nothing more. */
  hanging = false;
  onmessage: ((event: MessageEvent<R | PongReport>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;

  postMessage(message: C | SpeakCommand | PingCommand): void {
    if (isPing(message)) this.#tell({ type: 'pong' });
    else if (isSpeak(message)) this.languages.push(message);
    else {
      this.commands.push(message);
      this.told(message);
    }
  }

  terminate(): void {
    this.terminated = true;
  }

  say(...reports: readonly R[]): void {
    for (const report of reports) this.#tell(report);
  }

  crash(message: string): void {
    this.onerror?.({ message, preventDefault() {} } as ErrorEvent);
  }

  /** What a test's own worker does about a command. */
  protected told(_command: C): void {}

  #tell(data: R | PongReport): void {
    if (!this.hanging) this.onmessage?.({ data } as MessageEvent<R | PongReport>);
  }
}

function isSpeak(message: unknown): message is SpeakCommand {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'language'
  );
}
