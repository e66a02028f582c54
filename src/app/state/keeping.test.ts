import { expect, it } from 'vitest';
import { isCalm } from './keeping';
import type { Model } from './model';

const IDLE = { status: 'idle', retraining: false, step: 0, ending: null, notices: [] };
const calm = (model: object) => isCalm({ model: { ...IDLE, ...model } as unknown as Model });

it('lets another version take over only where nothing is under way', () => {
  expect(calm({})).toBe(true);
  expect(calm({ status: 'done', step: 3000, ending: { step: 3000, why: 'settled' } })).toBe(true);
  expect(calm({ status: 'running', step: 100 })).toBe(false);
  expect(calm({ status: 'paused', step: 100 })).toBe(false);
  expect(calm({ retraining: true })).toBe(false);
  expect(
    calm({ notices: [{ id: 1, message: 'A run was kept.', offer: { resume: 'Go on' } }] }),
  ).toBe(false);
  expect(calm({ notices: [{ id: 1, message: 'A setting was put right.' }] })).toBe(true);
});
