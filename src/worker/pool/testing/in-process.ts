import { createSimdStack } from '../../../engine/simd/stack';
import { type CreateStack, createRun } from '../../../experiment/run';
import { isPing, type PingCommand } from '../../connection/heartbeat';
import type { SpeakCommand } from '../../connection/speaking';
import { Helper } from '../helper';
import type { HelperCommand } from '../protocol';
import type { HelperLike } from '../remote-share';
import { startRun } from '../start-run';

/** A helper in the thread of the test: its messages are copied and come in later turns. */
export class InProcessHelper implements HelperLike {
  onmessage: HelperLike['onmessage'] = null;
  onerror: HelperLike['onerror'] = null;
  onmessageerror: HelperLike['onmessageerror'] = null;
  terminated = false;
  /** Set by a test: it answers whether it is there, and does nothing else any more. */
  stuck = false;
  readonly #helper: Helper;
  readonly #slice: () => number;

  /** @param createStack of its engine. */
  constructor(createStack: CreateStack = (spec) => createSimdStack(spec)) {
    let clock = 0;
    // Time passes when it is looked at: slices end in the middle of steps.
    this.#slice = () => {
      clock += 13;
      return clock;
    };
    this.#helper = new Helper({
      startShare: async (start) => startRun(start, createStack, createRun),
      post: (report) => {
        const data = structuredClone(report);
        setImmediate(() => {
          if (!this.terminated && !this.stuck) this.onmessage?.({ data } as MessageEvent);
        });
      },
      now: () => this.#slice(),
      rest: () => new Promise((resolve) => setImmediate(resolve)),
    });
  }

  postMessage(command: HelperCommand | SpeakCommand | PingCommand): void {
    if (isPing(command)) {
      this.onmessage?.({ data: { type: 'pong' } } as MessageEvent);
      return;
    }
    // It speaks as its thread does, which is the test's.
    if (command.type === 'language') return;
    const copy = structuredClone(command);
    setImmediate(() => {
      if (!this.terminated) this.#helper.handle(copy);
    });
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Dies as a worker does. */
  die(): void {
    this.terminated = true;
    this.onerror?.({ message: 'it ran out of memory' } as ErrorEvent);
  }
}
