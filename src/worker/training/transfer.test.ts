import { describe, expect, it } from 'vitest';
import type { FrameLearner } from '../../experiment/types';
import { buffersOf, packed } from './transfer';

const learner = (value: number): FrameLearner => ({
  q: new Float32Array(8).fill(value),
  trueQ: new Float32Array(8).fill(value + 0.1),
  policy: new Float32Array(8).fill(value + 0.2),
  occupancy: new Float32Array(2).fill(value + 0.3),
  delta: null,
  share: null,
  tried: null,
});
const maps = {
  dqn: [learner(1), learner(2), learner(3)],
  bc: [learner(4), learner(5), learner(6)],
};

describe('a frame on its way', () => {
  it('keeps every number, in a buffer a seed', () => {
    const sent = packed(maps);
    expect(sent).toEqual(maps);
    expect(buffersOf(maps)).toHaveLength(24);
    expect(buffersOf(sent)).toHaveLength(3);
    expect(sent.dqn[1].q?.buffer).toBe(sent.bc[1].policy.buffer);
    expect(sent.dqn[1].q?.buffer).not.toBe(sent.dqn[0].q?.buffer);
    expect(sent.bc[2].q?.buffer.byteLength).toBe(2 * 26 * 4);
  });

  it('goes as it is, and can be packed again', () => {
    const sent = packed(packed(maps));
    const arrived = structuredClone(sent, { transfer: buffersOf(sent) });
    expect(arrived).toEqual(maps);
    expect(sent.dqn[0].q?.length).toBe(0);
    expect(packed({})).toEqual({});
  });
});
