/**
 * Speeds of the transport bar, in training steps a second: at `watch` the first scenario takes seven seconds
 * to its verdict, at `fast` two; `full` is as fast as the device goes.
 */
export const STEPS_PER_SECOND = { watch: 420, fast: 1500, full: Number.POSITIVE_INFINITY } as const;
export type Speed = keyof typeof STEPS_PER_SECOND;

/** Steps owed after a stall are forgotten beyond this many milliseconds' worth. */
const LONGEST_DEBT = 120;

/**
 * Says how many steps are due, so that a fast device keeps to the chosen speed. Only the waiting
 * depends on it, never what is trained or measured.
 */
export class Pace {
  #speed: Speed;
  #owed = 0;
  #last: number;

  /** @param now milliseconds on any steady clock; the same clock is meant in every call. */
  constructor(speed: Speed, now: number) {
    this.#speed = speed;
    this.#last = now;
  }

  /** Changes the speed from `now` on; nothing is owed from before. */
  change(speed: Speed, now: number): void {
    if (speed === this.#speed) return;
    this.restart(now);
    this.#speed = speed;
  }

  /** Forgets what is owed, as after a pause. */
  restart(now: number): void {
    this.#owed = 0;
    this.#last = now;
  }

  /** Whole steps due at `now`; `Infinity` at full speed. */
  due(now: number): number {
    const rate = STEPS_PER_SECOND[this.#speed];
    if (rate === Number.POSITIVE_INFINITY) return rate;
    const most = Math.max(1, (rate * LONGEST_DEBT) / 1000);
    this.#owed = Math.min(most, this.#owed + (Math.max(0, now - this.#last) * rate) / 1000);
    this.#last = now;
    return Math.floor(this.#owed + 1e-9);
  }

  /** Takes off the steps that were trained. */
  paid(steps: number): void {
    this.#owed = Math.max(0, this.#owed - steps);
  }

  /** Milliseconds until the next step is due, 0 when one is. */
  wait(): number {
    const rate = STEPS_PER_SECOND[this.#speed];
    if (rate === Number.POSITIVE_INFINITY || this.#owed >= 1) return 0;
    return ((1 - this.#owed) * 1000) / rate;
  }
}

/**
 * How many steps fit into a time slice, learnt from the steps before: a moving mean of milliseconds a
 * step, quick to follow upwards so that a slow device does not stall the messages.
 */
export class SliceBudget {
  #perStep: number | null = null;

  /** @param slice milliseconds a slice may take. */
  constructor(readonly slice: number) {}

  /** Steps for the next slice, ≥ 1 and at most `most`. */
  steps(most: number): number {
    const fit = this.#perStep === null ? 1 : Math.floor(this.slice / Math.max(1e-3, this.#perStep));
    return Math.max(1, Math.min(most, fit));
  }

  /** Learns from a slice of `steps` steps that took `milliseconds`. */
  learn(steps: number, milliseconds: number): void {
    if (steps < 1) return;
    const now = Math.max(0, milliseconds) / steps;
    const before = this.#perStep;
    this.#perStep = before === null || now > before ? now : before + (now - before) * 0.3;
  }
}
