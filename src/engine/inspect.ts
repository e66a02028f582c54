import * as tf from '@tensorflow/tfjs-core';
import { createStack } from './composed';
import type { LossNode } from './loss/graph';
import { lossTensors, nodeTensors } from './loss/tensors';
import { readKey } from './losses';
import type { LossInputs, Minibatch, StackLearner, StackSpec } from './types';

/** What a minibatch of one row asks of one learner. */
export interface InspectedLoss {
  /** What the loss worked out, by the names that were asked for: one number, or one an output. */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** The loss and its parts, under their golden names. */
  readonly terms: Readonly<Record<string, number>>;
  /** ∂term/∂output by term and network, `[outputs]`; descent moves the outputs against it. */
  readonly gradients: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

const AT = ['state', 'nextState'] as const;

/** A tensor's numbers, which outlive the scope it was made in. */
interface Held {
  readonly values: Float32Array;
  readonly shape: number[];
}

/** What the stack hands to the loss of a learner for the one row. */
interface Captured {
  /** Outputs by network. */
  readonly outputs: ReadonlyMap<string, Held>;
  /** Everything else that the loss may ask for, by what it is called here. */
  readonly rest: ReadonlyMap<string, Held>;
}

function hold(tensor: tf.Tensor): Held {
  return { values: Float32Array.from(tensor.dataSync()), shape: tensor.shape };
}

function capture(learner: StackLearner, inputs: LossInputs): Captured {
  const hyper = Object.keys(learner.hyper).filter(
    (name) => name !== 'learningRate' && name !== 'polyak',
  );
  return {
    outputs: new Map(learner.networks.map(({ name }) => [name, hold(inputs.output(name))])),
    rest: new Map([
      ...learner.loss.reads.map((place) => [readKey(place), hold(inputs.read(place))] as const),
      ...hyper.map((name) => [name, hold(inputs.hyper(name))] as const),
      ['(action)', hold(inputs.action)],
      ['(reward)', hold(inputs.reward)],
      ['(terminal)', hold(inputs.terminal)],
      ...(learner.loss.drawsActions ? [['(drawn)', hold(inputs.randomAction())] as const] : []),
      ...(learner.loss.asksSeen
        ? AT.map((at) => [`(seen ${at})`, hold(inputs.seen(at))] as const)
        : []),
      ...learner.loss.truths.map(
        ({ of, at }) => [`(truth of ${of} at ${at})`, hold(inputs.truth(of, at))] as const,
      ),
    ]),
  };
}

/** The same inputs again, in the present scope, with the given outputs. */
function inputsOf({ rest }: Captured, outputs: ReadonlyMap<string, tf.Tensor>): LossInputs {
  const known = (key: string): tf.Tensor => {
    const held = rest.get(key);
    if (!held) throw new RangeError(`The loss does not read ${key}.`);
    return tf.tensor(held.values, held.shape);
  };
  return {
    output: (network) => outputs.get(network) as tf.Tensor,
    read: (place) => known(readKey(place)),
    action: known('(action)'),
    reward: known('(reward)'),
    terminal: known('(terminal)'),
    hyper: known,
    randomAction: () => known('(drawn)'),
    seen: (at) => known(`(seen ${at})`),
    truth: (of, at) => known(`(truth of ${of} at ${at})`),
  };
}

function tensorsOf({ outputs }: Captured): ReadonlyMap<string, tf.Tensor> {
  return new Map(
    [...outputs].map(([name, { values, shape }]) => [name, tf.tensor(values, shape)] as const),
  );
}

function numbers(tensor: tf.Tensor): number[] {
  return Array.from(tensor.dataSync());
}

/** Gradients of every term with respect to the outputs of every network, by autodiff of the loss. */
function differentiate(learner: StackLearner, captured: Captured): InspectedLoss['gradients'] {
  const outputs = tensorsOf(captured);
  const names = [...outputs.keys()];
  return Object.fromEntries(
    learner.loss.names.map((term) => {
      const gradients = tf.grads((...variables: tf.Tensor[]) => {
        const inputs = inputsOf(captured, new Map(names.map((name, i) => [name, variables[i]])));
        // A term need not depend on every network; autodiff wants a path to each.
        const paths = variables.map((variable) => tf.mul(0, tf.sum(variable)));
        return tf.addN([tf.sum(lossTensors(learner.loss, inputs)[term]), ...paths]);
      })([...outputs.values()]);
      return [
        term,
        Object.fromEntries(names.map((name, i) => [name, numbers(gradients[i])])),
      ] as const;
    }),
  );
}

function inspected(
  learner: StackLearner,
  workings: Readonly<Record<string, LossNode>>,
  captured: Captured,
  terms: Readonly<Record<string, Float32Array>>,
): InspectedLoss {
  tf.engine().startScope();
  try {
    const found = nodeTensors(workings, inputsOf(captured, tensorsOf(captured)));
    return {
      values: Object.fromEntries(
        Object.entries(found).map(([name, tensor]) => [name, numbers(tensor)]),
      ),
      terms: Object.fromEntries(Object.entries(terms).map(([name, [value]]) => [name, value])),
      gradients: differentiate(learner, captured),
    };
  } finally {
    tf.engine().endScope();
  }
}

/**
 * A minibatch of one row and one seed as every learner's loss sees it, by learner id: the forward
 * passes of the composed stack and the textbook losses themselves, with what they worked out on the
 * way and what each term asks of every output. Nothing is trained. Runs on the current tfjs backend.
 *
 * @param workings nodes of each learner's loss by name; they read nothing that the loss does not read.
 *
 * Throws RangeError where the spec has more than one seed or row a minibatch.
 */
export async function inspectLosses(
  spec: StackSpec,
  minibatch: Minibatch,
  workings: Readonly<Record<string, Readonly<Record<string, LossNode>>>>,
): Promise<Readonly<Record<string, InspectedLoss>>> {
  if (spec.seeds !== 1 || spec.batch !== 1) {
    throw new RangeError('Losses are inspected one row of one seed at a time.');
  }
  const captured = new Map<string, Captured>();
  const stack = createStack(spec, undefined, (id, inputs) => {
    const learner = spec.learners.find((one) => one.id === id) as StackLearner;
    captured.set(id, capture(learner, inputs));
  });
  try {
    const { terms } = await stack.gradients(minibatch);
    return Object.fromEntries(
      spec.learners.map((learner) => {
        const { id } = learner;
        const own = captured.get(id) as Captured;
        return [id, inspected(learner, workings[id], own, terms[id])] as const;
      }),
    );
  } finally {
    stack.dispose();
  }
}
