import { afterEach, expect, it } from 'vitest';
import type { Snapshot } from '../../experiment/types';
import { LEARNER_KINDS } from '../../learners/types';
import { speak } from '../../texts/speak';
import { scriptedPlayground, snapshotOf } from '../state/testing';
import { MEASURE_WORDS } from './measured';
import { NO_VALUE, requireSymbol, symbolOf } from './symbols';

const { playground } = scriptedPlayground();

afterEach(() => speak('en'));

/** The model after a measurement of CQL. */
function measuredModel() {
  const { model } = playground;
  const snapshot = snapshotOf(model.runId, 50, {
    cql: {
      believedReturn: -0.204,
      trueReturn: 0.377,
      losses: { bellman: 3.2e-7, penalty: 1.09 },
      overestimation: { data: 0.02, unseenAction: -2.11, unseenState: null },
      bound: {
        theory: 0.12,
        practice: 1,
        pointwise: { data: 0.5, unseenAction: 1, unseenState: null },
      },
    },
  });
  return { ...model, snapshot, step: 50 };
}

it('reads settings as their controls do', () => {
  const { model } = playground;
  expect(requireSymbol('cql.alpha').value(model)).toBe('1');
  expect(requireSymbol('cql.alpha').glyph).toBe('α');
  expect(requireSymbol('cql.backup').value(model)).toBe('Softmax');
  expect(requireSymbol('dqn.double').value(model)).toBe('off');
  expect(requireSymbol('world.gamma').places[0]).toBe('setting:world.gamma');
});

it('reads what is measured, in the words of the page', () => {
  const model = measuredModel();
  const value = (key: string) => requireSymbol(key).value(model);
  expect(value('cql.believedReturn')).toBe('−0.20');
  expect(value('cql.trueReturn')).toBe('0.38');
  expect(value('cql.overestimation.unseenAction')).toBe('−2.11');
  expect(value('cql.losses.penalty')).toBe('1.1');
  expect(value('cql.losses.bellman')).toBe('3.2·10⁻⁷');
  expect(value('cql.bound.theory')).toBe('12\u00a0%');
});

it('has nothing to say of what is not there, and of random networks', () => {
  const model = measuredModel();
  expect(requireSymbol('cql-sketch.believedReturn').value(model)).toBe(NO_VALUE);
  expect(requireSymbol('cql-sketch.alpha').value(model)).toBe(NO_VALUE);
  expect(requireSymbol('cql.overestimation.unseenState').value(model)).toBe(NO_VALUE);
  expect(
    requireSymbol('cql.believedReturn').value({
      ...model,
      snapshot: { ...model.snapshot, step: 0 } as Snapshot,
    }),
  ).toBe(NO_VALUE);
});

it('takes a setting and a loss of one name apart', () => {
  expect(requireSymbol('cql.penalty').name).toBe('CQL: Penalty');
  expect(requireSymbol('cql.losses.penalty').name).toBe('Penalty of CQL');
});

it('knows every measure of every kind of learner, and no other', () => {
  for (const kind of LEARNER_KINDS)
    for (const name of Object.keys(MEASURE_WORDS))
      expect(symbolOf(`${kind}.${name}`)).not.toBeNull();
  for (const key of [
    '',
    'cql',
    'cql.',
    'cql.nonsense',
    'nobody.believed',
    'constructor',
    'truth.x',
  ])
    expect(symbolOf(key), key).toBeNull();
  expect(() => requireSymbol('cql.nonsense')).toThrow('cql.nonsense');
});

it('speaks the language of the moment, numbers as well', async () => {
  const model = measuredModel();
  expect(requireSymbol('cql.trueReturn').name).toBe('What CQL earns');
  await speak('de');
  expect(requireSymbol('cql.trueReturn').name).toBe('Was CQL erzielt');
  expect(requireSymbol('cql.trueReturn').value(model)).toBe('0,38');
  expect(requireSymbol('cql.alpha').value(model)).toBe('1');
  expect(requireSymbol('dqn.double').value(model)).toBe('aus');
  expect(requireSymbol('data.rows').where).toContain('„');
});
