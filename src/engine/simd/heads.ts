import type { StackLoss } from '../loss/loss';
import { emitHead, type HeadPlaces } from './emit/head';
import type { Address, Kernels } from './module';

/**
 * A learner's loss, bound to a stack: outputs to output gradients and terms, for the minibatch of one seed.
 *
 * @param hyper where the seed's hyper-parameters lie, `f32`, in the order that the places say.
 * @param drawn where the seed's drawn actions lie, `u8 [batch]`.
 * @param rows distinct states of the minibatch, padding included.
 */
export type Head = (hyper: Address, drawn: Address, rows: number) => void;

/** Emits a loss for its places in the module's memory, and links it to the module. */
export function linkHead(loss: StackLoss, places: HeadPlaces, kernels: Kernels): Head {
  const { memory, exponential, logarithm } = kernels;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(emitHead(loss, places)), {
    host: { memory, exponential, logarithm },
  });
  return exports.run as Head;
}
