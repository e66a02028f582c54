import type { EncodingTable, TrainingData } from './types';

/** Which actions the data contains at every state, 1 or 0, `[states × actions]`. */
export function seenActions(
  { states }: Pick<EncodingTable, 'states'>,
  { state, action }: Pick<TrainingData, 'state' | 'action'>,
  actions: number,
): Uint8Array {
  const seen = new Uint8Array(states * actions);
  for (let row = 0; row < state.length; row++) seen[state[row] * actions + action[row]] = 1;
  return seen;
}
