import type { Report } from '../../worker/training/protocol';
import { type Model, receivedAll } from './model';

/** Milliseconds after which a run that is trained behind the picture of another is shown as it comes. */
const LONG = 3000;

/** A run that is trained while the page still shows the one before it. */
export class Behind {
  #coming: { readonly model: Model; readonly since: number } | null = null;

  /** The run as it has come by now; null while none is trained behind. */
  get model(): Model | null {
    return this.#coming?.model ?? null;
  }

  begin(model: Model): void {
    this.#coming = { model, since: performance.now() };
  }

  /** Takes what the worker says; true where the run is to be shown now: it stands, or takes long. */
  hear(reports: readonly Report[]): boolean {
    if (this.#coming === null) return false;
    const model = receivedAll(this.#coming.model, reports);
    this.#coming = { ...this.#coming, model };
    const { status, step } = model;
    const long = performance.now() - this.#coming.since > LONG && step > 0;
    return status === 'done' || status === 'paused' || status === 'failed' || long;
  }

  /** Hands the run over, which is trained behind no more; null where none was. */
  take(): Model | null {
    const { model } = this;
    this.#coming = null;
    return model;
  }
}
