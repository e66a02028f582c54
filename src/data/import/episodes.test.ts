import { describe, expect, it } from 'vitest';
import { small } from '../testing/worlds';
import { CORNER, csv, imported } from './testing/files';
import type { ImportOffer } from './types';

const offerOf = (header: string, ...rows: string[]): ImportOffer =>
  imported(csv(header, ...rows)).offer;
const column = (
  offer: ImportOffer,
  name: 'episode' | 'step' | 'truncated' | 'nextState',
): number[] => [...(offer.transitions?.[name] ?? [])];
const warned = (offer: ImportOffer): (string | number | null)[][] =>
  offer.report.warnings.map(({ kind, row, message }) => [kind, row, message]);

describe('episodes by number', () => {
  const header = 'state,action,reward,nextState,truncated,episode';

  it('are numbered from 0', () => {
    const offer = offerOf(header, '0,1,0,1,1,7', '0,2,0,2,0,3', '2,1,0,3,1,3');
    expect(column(offer, 'episode')).toEqual([0, 1, 1]);
    expect(column(offer, 'step')).toEqual([0, 0, 1]);
    expect(offer.report.notes).toContain('Episodes are numbered anew, from 0.');
    expect(offer.report.warnings).toEqual([]);
  });

  it('are split where the chain is broken, with a warning', () => {
    const offer = offerOf(header, '0,1,0,1,0,0', '2,1,0,3,1,0');
    expect(column(offer, 'episode')).toEqual([0, 1]);
    expect(column(offer, 'truncated')).toEqual([1, 1]);
    expect(warned(offer)).toEqual([
      [
        'chain',
        2,
        'Row 2 (line 3) starts in another state than the row before led to; the episode is split here.',
      ],
    ]);
  });

  it('are split where they go on after their end, with a warning', () => {
    const offer = offerOf(header, '0,1,0,1,1,0', '1,2,0,3,1,0');
    expect(column(offer, 'episode')).toEqual([0, 1]);
    expect(warned(offer)).toEqual([
      [
        'continues',
        2,
        'Row 2 (line 3) goes on with an episode that the row before ended; it is split here.',
      ],
    ]);
  });

  it('are split where the steps do not follow, with a warning', () => {
    const offer = offerOf(
      'state,action,reward,nextState,episode,step',
      '0,0,0,0,0,4',
      '0,0,0,0,0,5',
      '0,0,0,0,0,7',
    );
    expect(column(offer, 'episode')).toEqual([0, 0, 1]);
    expect(column(offer, 'step')).toEqual([4, 5, 7]);
    expect(warned(offer)).toEqual([
      [
        'step',
        3,
        'Row 3 (line 4) does not have the step after that of the row before; the episode is split here.',
      ],
    ]);
  });

  it('are truncated where they end without a flag, with a warning', () => {
    const offer = offerOf(header, '0,1,0,1,0,0', '0,1,0,1,0,1');
    expect(column(offer, 'truncated')).toEqual([1, 1]);
    expect(warned(offer).map(([kind, row]) => [kind, row])).toEqual([
      ['open', 1],
      ['open', 2],
    ]);
  });

  it('are split where faulty rows are left out, and the note counts them', () => {
    const offer = offerOf(
      header,
      '0,1,0,1,0,0',
      '1,2,9,3,0,0',
      '3,1,1,4,0,0',
      '9,1,0,1,0,1',
      '0,1,0,1,1,1',
    );
    expect(offer.report.faultCounts).toEqual({ reward: 1, state: 1 });
    expect(column(offer, 'episode')).toEqual([0, 1, 2]);
    expect(column(offer, 'truncated')).toEqual([1, 0, 1]);
    expect(offer.report.warnings).toEqual([]);
    expect(offer.report.notes).toContain(
      '1 episode was split where rows are left out: what comes before is truncated.',
    );
  });
});

describe('episodes without a number', () => {
  it('follow from the steps', () => {
    const offer = offerOf(
      'state,action,reward,nextState,step',
      '0,0,0,0,0',
      '0,0,0,0,1',
      '0,0,0,0,0',
    );
    expect(column(offer, 'episode')).toEqual([0, 0, 1]);
  });

  it('follow from the flags', () => {
    const offer = offerOf(
      'state,action,reward,nextState,timeout',
      '0,0,0,0,1',
      '0,0,0,0,0',
      '0,0,0,0,1',
    );
    expect(column(offer, 'episode')).toEqual([0, 1, 1]);
  });

  it('follow from done, which is terminal where the world says so and truncated elsewhere', () => {
    const offer = offerOf(
      'state,action,reward,nextState,done',
      '3,1,1,4,1',
      '0,0,0,0,0',
      '0,0,0,0,1',
    );
    expect(column(offer, 'episode')).toEqual([0, 1, 1]);
    expect([...(offer.transitions?.terminal ?? [])]).toEqual([1, 0, 0]);
    expect(column(offer, 'truncated')).toEqual([0, 0, 1]);
    expect(offer.report.warnings).toEqual([]);
  });

  it('follow from the order of rows where nothing else is said, up to the horizon', () => {
    const { world } = small(['S.#', '..G'], { horizon: 2 });
    const rows = ['0,0,0,0', '0,0,0,0', '0,1,0,1', '3,1,1,4', '0,1,0,1'];
    const { offer } = imported(csv('state,action,reward,nextState', ...rows), world);
    expect(column(offer, 'episode')).toEqual([0, 0, 1, 2, 3]);
    expect(column(offer, 'step')).toEqual([0, 1, 0, 0, 0]);
    expect(column(offer, 'truncated')).toEqual([0, 1, 1, 0, 1]);
    expect(offer.report.warnings).toEqual([]);
  });
});

describe('flags', () => {
  it('lets terminal prevail over truncated, with a warning', () => {
    const offer = offerOf('state,action,reward,nextState,terminal,truncated', '3,1,1,4,1,1');
    expect([...(offer.transitions?.terminal ?? [])]).toEqual([1]);
    expect(column(offer, 'truncated')).toEqual([0]);
    expect(warned(offer)).toEqual([
      ['both', 1, 'Row 1 (line 2) is flagged terminal and truncated; terminal counts.'],
    ]);
  });
});

describe('next states that are not in the file', () => {
  it('are those of the next row, and at an end the only one possible', () => {
    const header = 'state,action,reward,terminal,timeout';
    const offer = offerOf(header, '0,1,0,0,0', '1,2,0,0,0', '3,1,1,1,0', '0,2,0,0,1', '0,1,0,0,0');
    expect(column(offer, 'nextState')).toEqual([1, 3, 4, 2, 1]);
  });

  it('must be possible where the file says that the episode goes on', () => {
    const offer = offerOf('state,action,reward,timeout', '0,1,0,0', '2,1,0,1');
    expect(offer.report.faults[0]).toMatchObject({
      kind: 'transition',
      message:
        'Row 1 (line 2), state: “0” is followed by (row 1, col 0), but right from (row 0, col 0) leads to (row 0, col 1).',
    });
  });

  it('mean a new episode where they cannot be the next row and nothing is said', () => {
    const offer = offerOf('state,action,reward', '0,1,0', '2,1,0', '3,1,1', '0,1,0');
    expect(offer.report.faults).toEqual([]);
    expect(column(offer, 'nextState')).toEqual([1, 3, 4, 1]);
    expect(column(offer, 'episode')).toEqual([0, 1, 1, 2]);
    expect(offer.report.notes[0]).toMatch(/^The next state is not in the file/);
  });

  it('take the reward into account', () => {
    // Up bumps, or slips right into the goal; only the latter pays.
    const { world } = small(['SG', '.#'], { slip: 0.5 });
    const { offer } = imported(csv('state,action,reward,done', '0,up,1,1', '0,up,0,1'), world);
    expect(offer.report.faults).toEqual([]);
    expect(column(offer, 'nextState')).toEqual([1, 0]);
  });
});

describe('the behaviour', () => {
  it('is the share of actions in the good rows where the file does not state it', () => {
    const offer = offerOf(
      'state,action,reward,nextState',
      '0,1,0,1',
      '0,2,0,2',
      '0,1,0,1',
      '9,1,0,1',
    );
    expect([...(offer.transitions?.behaviorProbability ?? [])]).toEqual([2 / 3, 1 / 3, 2 / 3]);
    expect(offer.behaviorKnown).toBe(false);
  });
});

describe('rewards that the world does not pay', () => {
  it('are kept where that is asked for, with a warning', () => {
    const text = csv('state,action,reward,nextState', '0,1,0.125,1', '3,1,1,4');
    const { offer } = imported(text, CORNER, { acceptRewards: true });
    expect([...(offer.transitions?.reward ?? [])]).toEqual([0.125, 1]);
    expect(offer.report.faults).toEqual([]);
    expect(warned(offer)).toEqual([
      ['otherReward', 1, 'Row 1 (line 2), reward: “0.125” is not what the world pays here: 0.'],
    ]);
  });
});
