import { neededData } from '../../experiment/settings/source';
import { PATIENCE } from '../../worker/connection/connect';
import { type Trainer, TrainingClient } from '../../worker/training/client';
import type { ParametersReport, Report } from '../../worker/training/protocol';
import { HeldCommands } from './held-commands';
import type { Model } from './model';
import type { Shelf } from './shelf';

type Found = ParametersReport['found'];

/**
 * The networks as they were at a past moment: a second worker trains the same run again, which comes to the
 * same numbers, as far as that. Asked for later moments one after the other, it only goes on.
 */
export class PastRun {
  readonly #client: TrainingClient;
  readonly #commands: HeldCommands;
  /** The run that it trains again, by the page's id of it; none before the first question. */
  #of = '';
  #step = 0;
  #runs = 0;
  /** Who waits to be told that the run has come to a step, or is lost. */
  #waiting: { readonly step: number; readonly tell: (there: boolean) => void } | null = null;

  constructor(spawn: () => Trainer, shelf: Pick<Shelf, 'find' | 'get'>) {
    this.#client = new TrainingClient(spawn, {
      onReports: (reports) => {
        for (const report of reports) this.#hear(report);
      },
      onCrash: () => this.#lose(),
      onGivenUp: () => this.#lose(),
      patience: () => PATIENCE.working,
    });
    this.#commands = new HeldCommands((command) => this.#client.post(command), shelf);
  }

  /**
   * Parameters of a training seed, by its place from 0, at a step that `model`'s run has passed; null where
   * they could not be had, or another moment was asked for meanwhile.
   */
  async parameters(model: Model, step: number, seed: number): Promise<Found> {
    this.#tell(false);
    if (this.#of !== model.runId || this.#step > step) this.#configure(model);
    const there = new Promise<boolean>((tell) => {
      this.#waiting = { step, tell };
    });
    if (step > this.#step) this.#commands.post({ type: 'run', until: step, settles: 'paused' });
    else if (step > 0) this.#tell(true);
    if (!(await there)) return null;
    const found = await this.#client.parameters(seed);
    return found?.step === step ? found : null;
  }

  dispose(): void {
    this.#tell(false);
    this.#client.dispose();
  }

  #configure({ runId, base, edits }: Model): void {
    this.#of = runId;
    this.#step = 0;
    this.#runs += 1;
    const again = `${runId}-again-${this.#runs}`;
    // Nobody watches: it need not be slow.
    const settings = { ...base, speed: 'full' as const };
    this.#commands.configure(neededData(base), () => ({
      type: 'configure',
      runId: again,
      settings,
      edits,
      remembered: null,
    }));
  }

  #hear(report: Report): void {
    if (report.type === 'failed') this.#lose();
    if (report.type !== 'measured') return;
    const { runId, step } = report.snapshot;
    if (runId !== `${this.#of}-again-${this.#runs}`) return;
    this.#step = step;
    if (this.#waiting?.step === step) this.#tell(true);
  }

  #lose(): void {
    this.#of = '';
    this.#tell(false);
  }

  #tell(there: boolean): void {
    this.#waiting?.tell(there);
    this.#waiting = null;
  }
}
