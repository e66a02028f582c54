import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RowUpdate, SeedParameters } from '../../../experiment/microscope';
import { settingsAt } from '../../../experiment/settings/change';
import { microscope as texts } from '../../../texts/microscope';
import { Examiner, type ExaminerWorker } from '../../../worker/microscope/client';
import type { Model } from '../../state/model';
import { shownOf } from '../../state/seeds';

/** Where the parameters of the present networks come from. */
export interface MicroscopeSource {
  readonly store: Pick<StoreApi<Model>, 'getState' | 'subscribe'>;
  /** Those of one training seed, by its place from 0; null where there are none. */
  parameters(
    place: number,
  ): Promise<{ readonly step: number; readonly parameters: SeedParameters } | null>;
}

/** What the microscope shows. */
export interface MicroscopeView {
  /** Row of the dataset under it, from 0. */
  readonly row: number;
  /** What it found last; null before. */
  readonly found: {
    readonly row: number;
    readonly step: number;
    /** Of which dataset. */
    readonly datasetHash: string;
    readonly updates: readonly RowUpdate[];
  } | null;
  /** A sentence why nothing can be seen; null while all is well. */
  readonly fault: string | null;
}

/** The training seed that is looked at: the one that the maps show, the first where they show a mean. */
function placeShown(model: Model): number {
  const shown = shownOf(model.settings);
  return shown === 'mean' ? 0 : shown;
}

/**
 * Looks at one row of the dataset: fetches the networks' parameters whenever something new was
 * measured, and has a worker of its own work out what the losses make of the row. One look is under
 * way at a time; what changes meanwhile is looked at next.
 */
export class Microscope {
  readonly store: StoreApi<MicroscopeView>;
  readonly #source: MicroscopeSource;
  readonly #examiner: Examiner;
  readonly #unsubscribe: () => void;
  #busy = false;
  #stale = false;
  #disposed = false;

  constructor(source: MicroscopeSource, spawn: () => ExaminerWorker, row = 0) {
    this.#source = source;
    this.store = createStore((): MicroscopeView => ({ row, found: null, fault: null }));
    this.#examiner = new Examiner(spawn);
    let [frame, problem, settings] = this.#watched();
    this.#unsubscribe = source.store.subscribe(() => {
      const now = this.#watched();
      if (now[0] === frame && now[1] === problem && now[2] === settings) return;
      [frame, problem, settings] = now;
      this.look();
    });
    this.look();
  }

  /** Puts another row under it; one that the dataset does not have is the nearest. */
  choose(row: number): void {
    this.store.setState({ row });
    this.look();
  }

  /** Looks again. */
  look(): void {
    if (this.#busy) {
      this.#stale = true;
      return;
    }
    void this.#begin();
  }

  dispose(): void {
    this.#disposed = true;
    this.#unsubscribe();
    this.#examiner.close();
  }

  #watched(): readonly unknown[] {
    const { frame, problem, settings } = this.#source.store.getState();
    return [frame, problem, settings];
  }

  async #begin(): Promise<void> {
    const model = this.#source.store.getState();
    const { problem, runId } = model;
    if (problem?.runId !== runId) return;
    const row = Math.max(0, Math.min(this.store.getState().row, problem.transitions.size - 1));
    this.store.setState({ row });
    this.#busy = true;
    const place = placeShown(model);
    const given = await this.#source.parameters(place).catch(() => null);
    if (this.#disposed) return;
    const now = this.#source.store.getState();
    if (given === null || now.runId !== runId) {
      this.#settle(null);
      return;
    }
    const { state, action, reward, nextState, terminal } = problem.transitions;
    const { datasetHash } = problem;
    const found = await this.#examiner.examine({
      // Of a past moment: as they stood then.
      settings: settingsAt(now.base, now.edits, given.step),
      seed: now.settings['train.seed'] + place,
      step: given.step,
      parameters: given.parameters,
      row,
      world: problem.world,
      dataset: { state, action, reward, nextState, terminal },
      automaticScale: problem.automaticScale,
    });
    if ('updates' in found) {
      const { updates } = found;
      this.store.setState({ found: { row, step: given.step, datasetHash, updates } });
      this.#settle(null);
    } else this.#settle('lost' in found ? texts().brokeOff(found.lost) : found.message);
  }

  #settle(fault: string | null): void {
    this.#busy = false;
    if (this.store.getState().fault !== fault) this.store.setState({ fault });
    if (!this.#stale) return;
    this.#stale = false;
    this.look();
  }
}
