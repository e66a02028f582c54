import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../engine/backend';
import { gradientsAt, meansAt } from '../../engine/loss/at-row';
import type { StackLoss } from '../../engine/loss/loss';
import { evaluate } from '../../engine/loss/numbers';
import { rowLoss } from '../../engine/loss/rows';
import { lossTensors } from '../../engine/loss/tensors';
import type { LossInputs } from '../../engine/types';
import { compileProgram } from './compile';
import { parseProgram } from './parse';
import {
  HYPER,
  programs,
  type RandomRow,
  type RowOutputs,
  randomRow,
  rowValues,
} from './testing/programs';

const ONLINE = ['Q1', 'Q2', 'V', 'π'] as const;
const keyOf = (network: string) => `${network} online state`;

const lossOf = (text: string): StackLoss => compileProgram(parseProgram(text)).loss;

/** What is minimised at a row, in 64-bit numbers. */
const totalOf = (loss: StackLoss, row: RandomRow, outputs: RowOutputs): number =>
  meansAt(loss.total, rowValues(row, outputs));

/** Symbolic gradients of what is minimised, by network; zeros where none reaches it. */
function gradientsOf(loss: StackLoss, row: RandomRow): Readonly<Record<string, readonly number[]>> {
  const none = ONLINE.map((network) => [network, row.outputs[keyOf(network)].map(() => 0)]);
  return { ...Object.fromEntries(none), ...gradientsAt(rowLoss(loss), rowValues(row)) };
}

/** A row as tensors, outputs in place of its own where they are given. */
function tensorsOf(row: RandomRow, outputs: Readonly<Record<string, tf.Tensor>>): LossInputs {
  const wide = (values: readonly number[]) => tf.tensor3d([[[...values]]]);
  const oneHot = (action: number) => wide([0, 1, 2, 3].map((a) => Number(a === action)));
  return {
    output: (network) => outputs[network],
    read: ({ network, of, at }) => wide(row.outputs[`${network} ${of} ${at}`]),
    action: oneHot(row.action),
    reward: tf.tensor2d([[row.reward]]),
    terminal: tf.tensor2d([[row.terminal]]),
    randomAction: () => oneHot(row.drawn),
    seen: (at) => wide(row.seen[at]),
    truth: () => {
      throw new RangeError('Random rows have no truth.');
    },
    hyper: (name) => tf.tensor2d([[HYPER[name]]]),
  };
}

/**
 * A central difference by one output, and how much its halves disagree: much at a kink or a jump, where
 * there is no derivative.
 */
function differenceOf(loss: StackLoss, row: RandomRow, network: string, place: number) {
  const key = keyOf(network);
  const at = (step: number) => {
    const own = row.outputs[key].map((value, a) => (a === place ? value + step : value));
    return totalOf(loss, row, { ...row.outputs, [key]: own });
  };
  const h = 1e-5;
  const [low, mid, high] = [at(-h), at(0), at(h)];
  return { slope: (high - low) / (2 * h), kink: Math.abs(high - 2 * mid + low) / h };
}

/** So near a kink that 32-bit numbers may lie on its other side. */
function isKinked(loss: StackLoss, row: RandomRow, network: string, place: number): boolean {
  const { slope, kink } = differenceOf(loss, row, network, place);
  return kink > 1e-2 * (1 + Math.abs(slope));
}

/** Whether several actions are exactly the largest: each stack goes its own way then, as `ties.test.ts` holds. */
function isTied(loss: StackLoss, row: RandomRow): boolean {
  const nodes = new Set(
    loss.terms.flatMap(({ means }) => means.flatMap((mean) => [mean.weight, mean.value])),
  );
  for (const node of nodes) for (const arg of node.args) nodes.add(arg);
  const compared = [...nodes].filter(({ op }) => op === 'largest').map(({ args }) => args[0]);
  return evaluate(compared, rowValues(row)).some((value) => {
    const actions = value as readonly number[];
    const most = Math.max(...actions);
    return actions.filter((one) => one === most).length > 1;
  });
}

/** What follows a stop or a comparison is a constant to a gradient, and moves all the same. */
const isStopped = (text: string) => /sg\[|1\[|argmax |where/.test(text.split('\nact ')[0]);

describe('symbolic gradients of random programs', () => {
  it('are the finite differences, where nothing is stopped', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        programs.filter((text) => !isStopped(text)),
        randomRow,
        (text, row) => {
          const loss = lossOf(text);
          const gradients = gradientsOf(loss, row);
          for (const network of ONLINE) {
            row.outputs[keyOf(network)].forEach((_, a) => {
              const { slope, kink } = differenceOf(loss, row, network, a);
              if (kink > 1e-4 * (1 + Math.abs(slope))) return;
              compared++;
              const error = Math.abs(gradients[network][a] - slope);
              expect(error, `${network}[${a}] of\n${text}`).toBeLessThan(
                1e-6 * (1 + Math.abs(slope)),
              );
            });
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  describe('and tfjs', () => {
    beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

    it('agree with its autodiff, and on every term', () => {
      let compared = 0;
      fc.assert(
        fc.property(programs, randomRow, (text, row) => {
          const loss = lossOf(text);
          if (isTied(loss, row)) return;
          const symbolic = gradientsOf(loss, row);
          tf.tidy(() => {
            const outputs = ONLINE.map((network) =>
              tf.tensor3d([[[...row.outputs[keyOf(network)]]]]),
            );
            const named = (variables: readonly tf.Tensor[]) =>
              Object.fromEntries(ONLINE.map((network, n) => [network, variables[n]]));
            const terms = lossTensors(loss, tensorsOf(row, named(outputs)));
            loss.terms.forEach(({ name, means }) => {
              const expected = means.reduce((sum, { weight, value }) => {
                const [w, v] = evaluate([weight, value], rowValues(row)) as number[];
                return sum + w * v;
              }, 0);
              const [actual] = terms[name].dataSync();
              expect(Math.abs(actual - expected), `${name} of\n${text}`).toBeLessThan(
                1e-4 * (1 + Math.abs(expected)),
              );
            });
            const gradients = tf.grads((...variables: tf.Tensor[]) => {
              const { total } = lossTensors(loss, tensorsOf(row, named(variables)));
              return variables.reduce((sum, x) => tf.add(sum, tf.mul(0, tf.sum(x))), total);
            })(outputs);
            gradients.forEach((gradient, n) => {
              gradient.dataSync().forEach((actual, a) => {
                if (isKinked(loss, row, ONLINE[n], a)) return;
                compared++;
                const expected = symbolic[ONLINE[n]][a];
                expect(Math.abs(actual - expected), `${ONLINE[n]}[${a}] of\n${text}`).toBeLessThan(
                  2e-4 * (1 + Math.abs(expected)),
                );
              });
            });
          });
        }),
        { numRuns: 150 },
      );
      expect(compared).toBeGreaterThan(1000);
    });
  });
});
