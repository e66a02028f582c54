import type { SeedParameters } from '../../experiment/microscope';
import type { SavedRun } from '../../experiment/saved-run';
import type { RunStatus, Settings } from '../../experiment/types';
import type { Connection, WorkerLike } from '../connection/connect';
import type { HelperCommand, HelperReport, MeasuredShare, ShareStart } from './protocol';

/** A worker that trains a share. */
export type HelperLike = WorkerLike<HelperCommand, HelperReport>;

/** The line to it. */
export type HelperConnection = Connection<HelperCommand>;

/** What was asked for, or that the share is lost. */
type Answer = Exclude<HelperReport, { type: 'failed' | 'working' }> | { readonly type: 'lost' };

let begun = 0;

/** A share of a run's seeds at work in a helper. */
export class RemoteShare {
  readonly #helper: Pick<HelperConnection, 'post'>;
  readonly #share: number;
  #waiting: ((answer: Answer) => void)[] = [];
  #lost = false;
  #heard = false;

  constructor(helper: Pick<HelperConnection, 'post'>, start: ShareStart) {
    begun += 1;
    this.#helper = helper;
    this.#share = begun;
    helper.post({ type: 'begin', share: begun, start });
  }

  /** Whether an answer of it is due. */
  get awaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Whether anything was heard of it: it has been set up, and is at work. */
  get heard(): boolean {
    return this.#heard;
  }

  /** Trains `steps` steps; false where the share is lost. */
  async train(steps: number): Promise<boolean> {
    const { type } = await this.#ask({ type: 'train', share: this.#share, steps });
    return type === 'trained';
  }

  /** Measures at the present step; null where the share is lost. */
  async measure(status: RunStatus): Promise<MeasuredShare | null> {
    const answer = await this.#ask({ type: 'measure', share: this.#share, status });
    return answer.type === 'measured' ? answer : null;
  }

  /** Parameters of the seed at a place of the share; null where there is none, or the share is lost. */
  async parameters(seed: number): Promise<SeedParameters | null> {
    const answer = await this.#ask({ type: 'parameters', share: this.#share, seed });
    return answer.type === 'parameters' ? answer.found : null;
  }

  /** Everything that it goes on from at the present step; null where the share is lost. */
  async save(): Promise<SavedRun | null> {
    const answer = await this.#ask({ type: 'save', share: this.#share });
    return answer.type === 'saved' ? answer.saved : null;
  }

  /** Takes effect before whatever is asked for next. */
  applyLive(settings: Settings): void {
    if (!this.#lost) this.#helper.post({ type: 'live', share: this.#share, settings });
  }

  /** Ends the share; whatever was asked for counts as lost. */
  dispose(): void {
    if (!this.#lost) this.#helper.post({ type: 'end', share: this.#share });
    this.lose();
  }

  /** Takes a report of the helper; one about a former share changes nothing. */
  take(report: HelperReport): void {
    if (report.share !== this.#share || report.type === 'failed') return;
    this.#heard = true;
    if (report.type === 'working') return;
    this.#waiting.shift()?.(report);
  }

  /** True for a report that this share is lost. */
  isFailure(report: HelperReport): report is Extract<HelperReport, { type: 'failed' }> {
    return report.type === 'failed' && report.share === this.#share;
  }

  /** The helper is gone, or the share with it. */
  lose(): void {
    this.#lost = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const answer of waiting) answer({ type: 'lost' });
  }

  #ask(command: HelperCommand): Promise<Answer> {
    if (this.#lost) return Promise.resolve({ type: 'lost' });
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#helper.post(command);
    });
  }
}
