import { type Pace, SliceBudget } from './pace';
import type { SessionRun } from './session-parts';

/** Milliseconds of work between two looks at the messages. */
export const SLICE = 30;
/** Milliseconds between two reports of progress. */
const PROGRESS_EVERY = 200;

/** A steady clock, and a way to let messages in. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Resolves after `milliseconds`, having let messages in; 0 for the next turn. */
  rest(milliseconds: number): Promise<void>;
}

/** Awaited between two pieces of work: rests where a slice is over. */
export function listening({ now, rest }: Clock): () => Promise<void> {
  let rested = now();
  return async () => {
    if (now() - rested < SLICE) return;
    await rest(0);
    rested = now();
  };
}

/** What the loop asks of whoever has it train, and tells it. */
export interface Trainee {
  /** False once something else has taken the place of the run: the loop ends without another word. */
  current(): boolean;
  /** Whether it is to go on; after that only what is under way is brought to its end. */
  running(): boolean;
  /** The step at which it is to stop. */
  until(): number;
  /** Resolves when what was queued has run. */
  settle(): Promise<void>;
  /** Steps have become complete. */
  advanced(): void;
  /** Measures the run. */
  measure(): Promise<void>;
  /** Told after steps, and the measurement where one was due, when it is no longer to go on. */
  stopped(): void;
  /** Nothing is under way: questions can be answered. */
  idle(): Promise<void>;
  progress(step: number, stepsPerSecond: number): void;
}

/** How fast steps come, said a few times a second. */
class Progress {
  readonly #say: Trainee['progress'];
  #since: number;
  #step: number;
  #rate = 0;

  constructor(now: number, step: number, say: Trainee['progress']) {
    this.#since = now;
    this.#step = step;
    this.#say = say;
  }

  look(now: number, step: number): void {
    if (now - this.#since < PROGRESS_EVERY || step <= this.#step) return;
    this.#measure(now, step);
    this.#say(step, this.#rate);
  }

  end(now: number, step: number): void {
    if (step > this.#step && now > this.#since) this.#measure(now, step);
    this.#say(step, this.#rate);
  }

  #measure(now: number, step: number): void {
    this.#rate = ((step - this.#step) * 1000) / (now - this.#since);
    this.#since = now;
    this.#step = step;
  }
}

/** Trains a run in time slices, measures it on its grid, and lets messages in between. */
export async function trainInSlices(
  run: SessionRun,
  trainee: Trainee,
  pace: Pace,
  { now, rest }: Clock,
): Promise<void> {
  const budget = new SliceBudget(SLICE);
  const progress = new Progress(now(), run.step, trainee.progress);
  /** Milliseconds spent on the steps under way. */
  let spent = 0;
  while (trainee.current() && (trainee.running() || run.underWay)) {
    const due = pace.due(now());
    if (due < 1 && !run.underWay) {
      await rest(pace.wait());
      continue;
    }
    const began = now();
    const from = run.step;
    const target = Math.min(trainee.until(), run.nextMeasuredStep());
    const steps = run.underWay ? 1 : budget.steps(Math.min(target - from, due));
    await run.train(steps, () => now() - began >= SLICE);
    // Without this wait a queue would grow on the GPU and a pause would come late.
    await trainee.settle();
    if (!trainee.current()) return;
    spent += now() - began;
    const taken = run.step - from;
    if (taken > 0) {
      budget.learn(taken, spent);
      spent = 0;
      pace.paid(taken);
      trainee.advanced();
      if (run.step === target) {
        await trainee.measure();
        if (!trainee.current()) return;
      }
      if (!trainee.running()) trainee.stopped();
    }
    progress.look(now(), run.step);
    if (!run.underWay) await trainee.idle();
    await rest(0);
  }
  if (trainee.current()) progress.end(now(), run.step);
}
