import type { GivenData } from '../../data/given';
import type { Command } from '../../worker/training/protocol';
import type { Shelf } from './shelf';

type Configure = Extract<Command, { type: 'configure' }>;

/**
 * The way of commands to the worker: in their order, those of a run after the one that configures it,
 * and all of them held back while the dataset that it rests on is looked for.
 */
export class HeldCommands {
  readonly #post: (command: Command) => void;
  readonly #shelf: Pick<Shelf, 'find' | 'get'>;
  /** What waits; null while nothing is looked for. */
  #held: Command[] | null = null;
  #hasGiven = false;

  constructor(post: (command: Command) => void, shelf: Pick<Shelf, 'find' | 'get'>) {
    this.#post = post;
    this.#shelf = shelf;
  }

  /** Whether the last run was configured without a given dataset: it names none, or nobody had it. */
  get withoutData(): boolean {
    return this.#held === null && !this.#hasGiven;
  }

  /**
   * Configures a run, at once where its dataset is at hand. What still waits for the run before is dropped.
   *
   * @param hash the given dataset that the run rests on, null for none.
   * @param command the command as it is once it is sent, the dataset aside.
   */
  configure(hash: string | null, command: () => Omit<Configure, 'given'>): void {
    const send = (given?: GivenData) => {
      this.#held = null;
      this.#hasGiven = given !== undefined;
      this.#post(given ? { ...command(), given } : command());
    };
    const given = hash === null ? undefined : this.#shelf.get(hash);
    if (hash === null || given) {
      send(given);
      return;
    }
    const held: Command[] = [];
    this.#held = held;
    void this.#shelf.find(hash).then((found) => {
      // Another run may have begun meanwhile.
      if (this.#held !== held) return;
      send(found);
      for (const one of held) this.#post(one);
    });
  }

  /** Tells the worker, after what it is still to be told of the run. */
  post(command: Command): void {
    if (this.#held) this.#held.push(command);
    else this.#post(command);
  }
}
