import { messageOf } from '../connection/message';
import type { SessionRun } from '../training/session-parts';
import { listening, SLICE } from '../training/slices';
import { packed } from '../training/transfer';
import type { HelperCommand, HelperReport, ShareStart } from './protocol';

/** Milliseconds of work between two signs that it gets on. */
const SIGN_EVERY = 500;

/** The world around a helper, injected so that it works in a test as in a worker. */
export interface HelperSurroundings {
  /** A run of a share, at step 0 or where it goes on from. Rejects with a sentence where the engine it needs does not start. */
  readonly startShare: (start: ShareStart) => Promise<SessionRun>;
  readonly post: (report: HelperReport) => void;
  /** Milliseconds on a steady clock. */
  readonly now: () => number;
  /** Resolves in the next turn, having let messages in. */
  readonly rest: () => Promise<void>;
}

/** Trains and measures one share of a run's seeds at a time, as the run's worker says. */
export class Helper {
  readonly #outside: HelperSurroundings;
  #share = 0;
  #run: SessionRun | null = null;
  #signed = Number.NEGATIVE_INFINITY;
  /** Commands are worked off one after the other. */
  #last: Promise<void> = Promise.resolve();

  constructor(outside: HelperSurroundings) {
    this.#outside = outside;
  }

  /** Takes one message. Never throws: what goes wrong is reported as a sentence. */
  handle(command: HelperCommand): void {
    const { type, share } = command;
    if (type === 'begin' || type === 'end') {
      this.#share = type === 'begin' ? share : 0;
      this.#run?.dispose();
      this.#run = null;
    }
    this.#last = this.#last
      .then(() => (share === this.#share ? this.#work(command) : undefined))
      .catch((error: unknown) => this.#fail(share, error));
  }

  async #work(command: HelperCommand): Promise<void> {
    const { post } = this.#outside;
    const { share } = command;
    if (command.type === 'begin') {
      const begun = await this.#outside.startShare(command.start);
      if (share === this.#share) this.#run = begun;
      else begun.dispose();
      return;
    }
    const run = this.#run;
    if (run === null) return;
    switch (command.type) {
      case 'train':
        await this.#train(run, run.step + command.steps);
        if (run === this.#run) post({ type: 'trained', share });
        return;
      case 'measure': {
        const { snapshot, frame } = await run.measure(command.status, this.#listening());
        if (run !== this.#run) return;
        post({
          type: 'measured',
          share,
          learners: snapshot.learners,
          maps: packed(frame.learners),
        });
        return;
      }
      case 'parameters': {
        const found = await run.parameters(command.seed);
        if (run === this.#run) post({ type: 'parameters', share, found });
        return;
      }
      case 'save': {
        const saved = await run.save();
        if (run === this.#run) post({ type: 'saved', share, saved });
        return;
      }
      case 'live':
        run.applyLive(command.settings);
        return;
    }
  }

  async #train(run: SessionRun, target: number): Promise<void> {
    const { now, rest } = this.#outside;
    while (run === this.#run && run.step < target) {
      const began = now();
      await run.train(target - run.step, () => now() - began >= SLICE);
      if (run.step >= target) return;
      this.#sign();
      await rest();
    }
  }

  /** Awaited between two pieces of work: rests where a slice is over. */
  #listening(): () => Promise<void> {
    const { now, rest } = this.#outside;
    return listening({
      now,
      rest: () => {
        this.#sign();
        return rest();
      },
    });
  }

  /** Says now and then that it gets on: whoever waits tells long work from work that is stuck. */
  #sign(): void {
    const now = this.#outside.now();
    if (now - this.#signed < SIGN_EVERY) return;
    this.#signed = now;
    this.#outside.post({ type: 'working', share: this.#share });
  }

  #fail(share: number, error: unknown): void {
    if (share !== this.#share) return;
    this.#share = 0;
    this.#run?.dispose();
    this.#run = null;
    this.#outside.post({ type: 'failed', share, message: messageOf(error) });
  }
}
