import { type EmpiricalTable, empiricalTable } from '../learners/rest/table';
import type { Rest } from '../learners/rest/types';
import { evaluatePolicy, startReturn } from '../mdp/solve';
import type { Instance } from './assemble';
import { changesTargets } from './oracle';
import type { Problem } from './problem';
import type { LearnerSnapshot } from './types';

/** Where the training of one instance comes to rest, as snapshot and maps say it, in the world's units. */
export interface RestingPlace extends Pick<LearnerSnapshot, 'restsAt' | 'restless'> {
  /** `[states × 4]` Q at rest, NaN where the loss leaves a pair out; null without one. */
  readonly table: Float32Array | null;
}

/**
 * Where the learners of a run would come to rest with tables instead of networks
 * (docs/contract.md#rests-at). Solved anew only where an instance's settings have changed: a live knob
 * moves it.
 */
export class RestingPlaces {
  readonly #problem: Problem;
  readonly #scale: number;
  readonly #known = new Map<
    string,
    { readonly of: Instance['settings']; readonly place: RestingPlace }
  >();
  #table: EmpiricalTable | null = null;

  constructor(problem: Problem, scale: number) {
    this.#problem = problem;
    this.#scale = scale;
  }

  of({ id, method, definition, settings }: Instance): RestingPlace {
    const known = this.#known.get(id);
    if (known?.of === settings) return known.place;
    const { mdp, dataset } = this.#problem;
    this.#table ??= empiricalTable(mdp.states, mdp.gamma, dataset, this.#scale);
    const place = this.#placeOf(
      changesTargets(method, settings)
        ? { nowhere: 'oracle' }
        : definition.restsAt(this.#table, settings),
    );
    this.#known.set(id, { of: settings, place });
    return place;
  }

  #placeOf(rest: Rest): RestingPlace {
    if ('nowhere' in rest) return { restsAt: null, restless: rest.nowhere, table: null };
    const { mdp } = this.#problem;
    const believedReturn = rest.v && startReturn(mdp, rest.v) / this.#scale;
    return {
      restsAt: {
        believedReturn,
        trueReturn: startReturn(mdp, evaluatePolicy(mdp, rest.policy).v),
      },
      table: rest.q && Float32Array.from(rest.q, (value) => value / this.#scale),
    };
  }
}
