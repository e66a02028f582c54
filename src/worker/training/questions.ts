import type { Command, Report } from './protocol';
import type { SessionRun } from './session-parts';

/** Who waits for parameters of the run; nobody is answered while it trains. */
export class Questions {
  readonly #post: (report: Report) => void;
  readonly #asking: Extract<Command, { type: 'parameters' }>[] = [];

  constructor(post: (report: Report) => void) {
    this.#post = post;
  }

  ask(question: Extract<Command, { type: 'parameters' }>): void {
    this.#asking.push(question);
  }

  /**
   * Answers all of them; the caller sees to it that nothing trains meanwhile.
   *
   * @param standing the present run; null where there is none.
   */
  async answer(standing: () => SessionRun | null): Promise<void> {
    while (this.#asking.length > 0) {
      const [{ id, seed }] = this.#asking.splice(0, 1);
      const run = standing();
      const step = run?.step ?? 0;
      const parameters = await run?.parameters(seed).catch(() => null);
      const found = parameters && run === standing() ? { step, parameters } : null;
      this.#post({ type: 'parameters', id, found });
    }
  }
}
