import { checkRows, sharedRows } from '../batch';
import { seenActions } from '../seen';
import type { Minibatch, NetworkParameters, OwnBatch, StackSpec } from '../types';
import { roundUp, writeMatrix, writeParameters } from './layout';
import type { Address, Kernels } from './module';
import type { Plan, PlannedNetwork } from './plan';

/** The module's memory as the host sees it; valid as long as the memory does not grow. */
export interface Views {
  readonly floats: Float32Array;
  readonly integers: Uint32Array;
  readonly bytes: Uint8Array;
}

export function viewsOf({ memory: { buffer } }: Kernels): Views {
  return {
    floats: new Float32Array(buffer),
    integers: new Uint32Array(buffer),
    bytes: new Uint8Array(buffer),
  };
}

/** How many actions the networks of a stack know. */
export function actionsOf({ learners }: StackSpec): number {
  return Math.max(...learners.flatMap(({ networks }) => networks.map(({ outputs }) => outputs)));
}

/** Throws RangeError with a sentence on an action that the networks do not have. */
export function checkActions(chosen: Uint8Array, actions: number, where: string): void {
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] >= actions) {
      throw new RangeError(
        `${where}: action ${chosen[i]} of row ${i} is not one of ${actions} actions.`,
      );
    }
  }
}

/** Puts dataset, encodings and starting parameters in their places. */
export function fillMemory(spec: StackSpec, plan: Plan, kernels: Kernels, views: Views): void {
  const { data, table, batch } = spec;
  const { state, action, reward, nextState, terminal } = plan.data;
  views.integers.set(data.state, state / 4);
  views.bytes.set(data.action, action);
  views.floats.set(data.reward, reward / 4);
  views.integers.set(data.nextState, nextState / 4);
  views.bytes.set(data.terminal, terminal);
  kernels.bindData(state, action, reward, nextState, terminal);
  kernels.bindBatch(batch, plan.batch.action, plan.batch.reward, plan.batch.continues);
  const { inputs, lastSeen } = plan;
  kernels.bindStates(
    inputs.state.states,
    inputs.state.places,
    inputs.nextState.states,
    inputs.nextState.places,
    lastSeen.inColumn,
    lastSeen.at,
  );
  if (plan.seen !== 0) views.bytes.set(seenActions(table, data, plan.actions), plan.seen);
  if (plan.table !== 0) {
    const leading = roundUp(table.features, 4);
    writeMatrix(views.floats, plan.table, table.values, table.features, leading);
  }
  const padded = roundUp(table.states, plan.rows);
  for (let i = 0; i < padded; i++) {
    views.integers[plan.everyState / 4 + i] = Math.min(i, table.states - 1);
  }
  for (const [place, { networks, truth }] of plan.learners.entries()) {
    const learner = spec.learners[place];
    for (const of of ['actions', 'state'] as const) {
      if (truth[of] !== 0) views.floats.set(learner.truth?.[of] ?? [], truth[of] / 4);
    }
    networks.forEach((network, n) => {
      const { initial, target = [] } = learner.networks[n];
      writeSeeds(views, network, network.online, initial);
      writeSeeds(views, network, network.target, target);
    });
  }
}

/** Puts the networks of all seeds where one of them has its copies. */
export function writeSeeds(
  { floats }: Views,
  { layout }: PlannedNetwork,
  place: Address,
  seeds: readonly NetworkParameters[],
): void {
  seeds.forEach((parameters, seed) => {
    writeParameters(floats, place + seed * layout.stride, layout, parameters);
  });
}

/** Copies a minibatch in. Throws RangeError on a wrong count, row number or action. */
export function copyMinibatch(
  spec: StackSpec,
  { learners, drawn, actions }: Plan,
  views: Views,
  minibatch: Minibatch,
): void {
  const { rows, own, randomActions } = minibatch;
  checkRows(sharedRows(minibatch), spec, actions);
  for (const id in own) checkRows(own[id], spec, actions);
  for (let l = 0; l < learners.length; l++) {
    const { learner, sampled } = learners[l];
    if (!learner.loss.drawsActions) continue;
    const chosen = randomActions[learner.id];
    if (chosen?.length !== rows.length) {
      throw new RangeError(`The minibatch lacks the random actions of ${learner.id}.`);
    }
    checkActions(chosen, actions, learner.id);
    views.bytes.set(chosen, sampled);
  }
  views.integers.set(rows, drawn / 4);
}

/** Copies one seed of a learner's own minibatch in: the rows that are not in the data go behind it. */
export function copyOwnBatch(
  { data, batch }: StackSpec,
  plan: Plan,
  { floats, integers, bytes }: Views,
  { rows, fresh }: OwnBatch,
  seed: number,
): void {
  const size = data.state.length;
  const { state, action, reward, nextState, terminal } = plan.data;
  for (let b = 0; b < batch; b++) {
    const row = rows[seed * batch + b];
    const place = row < size ? row : size + b;
    integers[plan.drawnOwn / 4 + b] = place;
    if (row < size) continue;
    const from = row - size;
    integers[state / 4 + place] = fresh.state[from];
    bytes[action + place] = fresh.action[from];
    floats[reward / 4 + place] = fresh.reward[from];
    integers[nextState / 4 + place] = fresh.nextState[from];
    bytes[terminal + place] = fresh.terminal[from];
  }
}
