import type { SeedParameters } from '../../experiment/microscope';
import type { SavedRun } from '../../experiment/saved-run';
import type { RunStatus, Settings } from '../../experiment/types';
import type { SessionRun } from '../training/session-parts';
import type { MeasuredShare } from './protocol';

/**
 * A share of a run that is trained to where the others stand: one that was lost with its helper, in the run's own
 * worker from where it was last saved, or learners that were borrowed of a run before.
 */
export class RecoveredShare {
  readonly #run: SessionRun;
  /** Steps at which it is measured on its way: a seed that diverges is frozen at one of them. */
  readonly #stops: number[];

  constructor(run: SessionRun, measuredAt: readonly number[]) {
    this.#run = run;
    // Measured twice at one step it stays as it is, so it does not matter which came first there.
    this.#stops = measuredAt.filter((step) => step >= run.step);
  }

  /** Trains up to `target`, or until `enough` between two parts of a step; true where it stands there. */
  async train(target: number, enough: () => boolean): Promise<boolean> {
    for (;;) {
      const [stop = target] = this.#stops;
      const next = Math.min(stop, target);
      if (this.#run.step < next) {
        await this.#run.train(next - this.#run.step, enough);
        if (this.#run.step < target && enough()) return false;
      } else if (this.#stops.length > 0 && stop <= this.#run.step) {
        await this.#run.measure('running', async () => undefined);
        this.#stops.shift();
      } else return true;
    }
  }

  async measure(status: RunStatus, rest: () => Promise<void>): Promise<MeasuredShare> {
    const { snapshot, frame } = await this.#run.measure(status, rest);
    return { learners: snapshot.learners, maps: frame.learners };
  }

  parameters(seed: number): Promise<SeedParameters | null> {
    return this.#run.parameters(seed);
  }

  save(): Promise<SavedRun> {
    return this.#run.save();
  }

  applyLive(settings: Settings): void {
    this.#run.applyLive(settings);
  }

  dispose(): void {
    this.#run.dispose();
  }
}
