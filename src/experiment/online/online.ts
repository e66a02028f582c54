import type { Minibatch, NetworkStack, OwnBatch, StackSpec } from '../../engine/types';
import { ACTION_COUNT } from '../../mdp/types';
import { randomStream } from '../../random/stream';
import type { Instance } from '../assemble';
import type { Settings } from '../types';
import { actingAt, ownRowsOf } from './acting';
import { type ActedWorld, Actor, type SavedActor } from './actor';
import { type Columns, columnsOf } from './own-rows';

/** What acting needs of the stack of a run. */
export interface OnlineParts {
  readonly world: ActedWorld;
  readonly spec: StackSpec;
  readonly stack: Pick<NetworkStack, 'outputsAt'>;
  /** Training seeds, in the order of the stack. */
  readonly seeds: readonly number[];
  /** What the data contains, `[states × 4]`, as the losses see it. */
  readonly seen: Uint8Array;
}

/** A training step that begins, and how things stand. */
export interface BeginningStep {
  readonly step: number;
  readonly settings: Settings;
  readonly instances: readonly Instance[];
  /** Whether a seed, by its place, still learns. */
  readonly learns: (instance: string, seed: number) => boolean;
}

/** One learner that has ever acted. */
interface Trying {
  readonly actors: readonly Actor[];
  /** Its minibatch, rewritten at every step. */
  readonly rows: Int32Array;
  readonly fresh: Columns;
}

/**
 * Learners of a run that act in the world. Each has a walk and rows of its own for every training seed, so
 * that one going online changes no number of the others.
 */
export class Online {
  readonly #parts: OnlineParts;
  readonly #trying = new Map<string, Trying>();

  constructor(parts: OnlineParts) {
    this.#parts = parts;
  }

  /**
   * Has the learners whose turn it is act, by their networks of before the step, and puts rows of their own
   * into their minibatches: the last of them, drawn uniformly with replacement.
   */
  begin(shared: Minibatch, at: BeginningStep): Minibatch {
    const { settings, step, instances } = at;
    const acting = actingAt(settings, step);
    for (const [id, { actors }] of this.#trying)
      if (!acting.includes(id)) for (const actor of actors) actor.leave();
    if (acting.length === 0) return shared;
    const own: Record<string, OwnBatch> = {};
    for (const instance of instances) {
      if (!acting.includes(instance.id)) continue;
      const trying = this.#tryingOf(instance.id);
      this.#act(instance, trying, at);
      const count = ownRowsOf(settings);
      if (count > 0) own[instance.id] = this.#mixed(shared, instance.id, trying, count, step);
    }
    return { ...shared, own };
  }

  /** One learner and the seed at a place; undefined where it has never been online. */
  actorOf(instance: string, seed: number): Actor | undefined {
    return this.#trying.get(instance)?.actors[seed];
  }

  /** All that have ever acted: by instance, by seed, copied. */
  save(): Record<string, readonly SavedActor[]> {
    return Object.fromEntries(
      [...this.#trying].map(([id, { actors }]) => [id, actors.map((actor) => actor.save())]),
    );
  }

  /** Takes up what was saved in place of what there is. Throws RangeError where it does not fit. */
  restore(saved: Readonly<Record<string, readonly SavedActor[]>>): void {
    this.#trying.clear();
    for (const [id, actors] of Object.entries(saved)) {
      const trying = this.#tryingOf(id);
      actors.forEach((actor, seed) => {
        trying.actors[seed].restore(actor);
      });
    }
  }

  #tryingOf(id: string): Trying {
    const known = this.#trying.get(id);
    if (known !== undefined) return known;
    const { world, seeds, spec } = this.#parts;
    const size = seeds.length * spec.batch;
    const trying = {
      actors: seeds.map((seed) => new Actor(world, id, seed)),
      rows: new Int32Array(size),
      fresh: columnsOf(size),
    };
    this.#trying.set(id, trying);
    return trying;
  }

  #act({ id, definition, settings: own }: Instance, { actors }: Trying, at: BeginningStep): void {
    const { stack, seen } = this.#parts;
    const { step, settings } = at;
    actors.forEach((actor, seed) => {
      if (!at.learns(id, seed)) return;
      actor.act({
        step,
        moves: settings['online.steps'],
        epsilon: settings['online.epsilon'],
        policyAt: (state) => {
          const outputs = stack.outputsAt(id, seed, state);
          const row = seen.subarray(state * ACTION_COUNT, (state + 1) * ACTION_COUNT);
          return definition.readout(outputs, own, row).policy;
        },
      });
    });
  }

  #mixed(
    shared: Minibatch,
    id: string,
    { actors, rows, fresh }: Trying,
    count: number,
    step: number,
  ): OwnBatch {
    const { seeds, spec } = this.#parts;
    const { batch, data } = spec;
    const size = data.state.length;
    rows.set(shared.rows);
    actors.forEach((actor, s) => {
      if (actor.rows.size === 0) return;
      const stream = randomStream('online', seeds[s], id, 'rows', step);
      for (let place = (s + 1) * batch - count; place < (s + 1) * batch; place++) {
        actor.rows.copy(stream.integer(actor.rows.size), fresh, place);
        rows[place] = size + place;
      }
    });
    return { rows, fresh };
  }
}
