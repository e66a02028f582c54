import { expect, it } from 'vitest';
import { initialModel, type Model } from '../state/model';
import { defaultSettings } from '../state/testing';
import { automaticOf } from './automatic';

const model = initialModel(defaultSettings(), [], 'run');

it('knows the scale of the rewards once the data is there', () => {
  expect(automaticOf('rewardScale', model)).toBeNull();
  const problem = { automaticScale: 33 } as Model['problem'];
  expect(automaticOf('rewardScale', { ...model, problem })).toBe(33);
});

it('knows of no number for what is not left to the machine', () => {
  expect(automaticOf('width', model)).toBeNull();
  expect(automaticOf('constructor', model)).toBeNull();
});
