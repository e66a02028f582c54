import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimalValues, uniformPolicy } from '../../mdp/solve';
import type { Mdp } from '../../mdp/types';
import { MAP_CHARACTERS } from '../../mdp/world';
import { toCsv, toJson } from '../csv';
import { archiveOf } from '../export/archive';
import { toNpz } from '../export/npz';
import { small } from '../testing/worlds';
import type { Dataset } from '../types';
import { anyDataset } from './testing/datasets';
import { csv, imported } from './testing/files';

/** The dataset as the export writes it. */
const exportedNpz = (mdp: Mdp, data: Dataset): Promise<Uint8Array> => {
  const archive = archiveOf({
    world: mdp.world,
    transitions: data,
    episodes: data.episodes,
    hash: data.hash,
    worldName: 'custom',
    behavior: 'random',
    behaviorPolicy: uniformPolicy(mdp),
    seed: 3,
    optimalQ: optimalValues(mdp).q,
    returns: {},
    settings: '{}',
  });
  return toNpz(archive, async () => undefined);
};

type Written = string | Uint8Array;
const FORMATS: Readonly<Record<string, (mdp: Mdp, data: Dataset) => Written | Promise<Written>>> = {
  CSV: toCsv,
  JSON: (mdp, data) => JSON.stringify(toJson(mdp, data)),
  npz: exportedNpz,
};

describe('export, then import', () => {
  for (const [format, write] of Object.entries(FORMATS)) {
    it(`gives the same dataset through ${format}, to the hash, and has nothing to say`, async () => {
      await fc.assert(
        fc.asyncProperty(anyDataset, async ({ mdp, data }) => {
          const { offer, other } = imported(await write(mdp, data), mdp.world);
          expect(offer.transitions).toEqual(data);
          expect(offer.hash).toBe(data.hash);
          expect(offer.behaviorKnown).toBe(true);
          expect(offer.report).toMatchObject({
            rows: data.size,
            good: data.size,
            offered: data.size,
            faults: [],
            warnings: [],
            notes: [],
          });
          expect(other).toBeNull();
        }),
        { numRuns: 40 },
      );
    });
  }

  it('tells apart two rewards of the world that are closer than the tolerance', () => {
    const rewards = { step: -1.9999999999999984, goal: 1, pit: 0, cliff: -1.9999999999999976 };
    const { world } = small(['S.C', '..G'], { rewards });
    const text = csv(
      'state,action,reward,nextState',
      '0,1,-1.9999999999999984,1',
      '1,1,-1.9999999999999976,0',
      '0,1,-1.99999999999999,1',
    );
    const { transitions } = imported(text, world).offer;
    expect([...(transitions?.reward ?? [])]).toEqual([rewards.step, rewards.cliff, rewards.step]);
  });

  it('does not depend on the order of the columns, the delimiter, quoting, or line ends', () => {
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      quote: fc.func(fc.boolean()),
      order: fc.shuffledSubarray([...Array(11).keys()], { minLength: 11, maxLength: 11 }),
    });
    fc.assert(
      fc.property(anyDataset, dialect, ({ mdp, data }, { delimiter, end, mark, quote, order }) => {
        const lines = toCsv(mdp, data)
          .trimEnd()
          .split('\n')
          .map((line) => {
            const cells = line.split(',');
            return order
              .map((i) => (quote(i, cells[i]) ? `"${cells[i]}"` : cells[i]))
              .join(delimiter);
          });
        const { offer } = imported(mark + lines.join(end), mdp.world);
        expect(offer.report.faults).toEqual([]);
        expect(offer.hash).toBe(data.hash);
      }),
    );
  });

  it('is the same with states as cells and actions as names', () => {
    const names = ['up', 'Right', 'DOWN', 'l'];
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const cell = (s: number) =>
          `${Math.floor(mdp.cells[s] / mdp.columns)},${mdp.cells[s] % mdp.columns}`;
        const lines = Array.from(data.state, (s, i) =>
          [
            cell(s),
            names[data.action[i]],
            data.reward[i],
            cell(data.nextState[i]),
            data.terminal[i] ? 'True' : 'False',
            data.truncated[i] ? 'true' : 'false',
            data.episode[i],
            data.step[i],
            data.behaviorProbability[i],
          ].join(','),
        );
        const header =
          'row,col,action,reward,next_row,next_col,terminated,truncated,episode,t,behaviour_prob';
        const { offer } = imported([header, ...lines].join('\n'), mdp.world);
        expect(offer.report.faults).toEqual([]);
        expect(offer.hash).toBe(data.hash);
      }),
    );
  });
});

describe('a file with less in it', () => {
  it('loses nothing that follows from the world and the order of rows', () => {
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const lines = toCsv(mdp, data).trimEnd().split('\n');
        const pick = (line: string) => {
          const cells = line.split(',');
          return [0, 3, 4, 5, 7, 10].map((i) => cells[i]).join(',');
        };
        const { offer } = imported(lines.map(pick).join('\n'), mdp.world);
        expect(offer.report.faults).toEqual([]);
        // Terminal follows from the world, episodes and steps from the flags.
        expect(offer.hash).toBe(data.hash);
        expect(offer.report.notes).toHaveLength(3);
      }),
    );
  });

  it('finds the next states of whole episodes where the world leaves no doubt', () => {
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const lines = toCsv(mdp, data).trimEnd().split('\n');
        const pick = (line: string) => {
          const cells = line.split(',');
          return [0, 3, 4, 6, 7, 8, 9, 10].map((i) => cells[i]).join(',');
        };
        const { offer } = imported(lines.map(pick).join('\n'), mdp.world);
        // Only ends can be in doubt, and then they are faults, never guesses.
        expect(offer.report.good).toBe(data.size - (offer.report.faultCounts.successor ?? 0));
        const next = offer.transitions?.nextState ?? new Int32Array(0);
        const kept = [...data.nextState.keys()].filter(
          (i) => !offer.report.faults.some(({ row }) => row === i + 1),
        );
        fc.pre(offer.report.faults.length === (offer.report.faultCounts.successor ?? 0));
        expect([...next]).toEqual(kept.map((i) => data.nextState[i]));
      }),
    );
  });
});

describe('another world', () => {
  it('never offers a row that the present world does not allow', () => {
    fc.assert(
      fc.property(anyDataset, anyDataset, ({ mdp, data }, { mdp: here }) => {
        const { offer, other } = imported(JSON.stringify(toJson(mdp, data)), here.world);
        const { transitions } = offer;
        for (let i = 0; transitions && i < transitions.size; i++) {
          const pair = transitions.state[i] * 4 + transitions.action[i];
          const outcomes = [...Array(here.offsets[pair + 1] - here.offsets[pair]).keys()].map(
            (o) => here.offsets[pair] + o,
          );
          expect(
            outcomes.some(
              (o) =>
                here.successors[o] === transitions.nextState[i] &&
                here.outcomeRewards[o] === transitions.reward[i],
            ),
          ).toBe(true);
        }
        // The file states its world, under which every row fits.
        expect(other?.world).toEqual(JSON.parse(JSON.stringify(mdp.world)));
        expect(other?.offer.hash).toBe(data.hash);
        expect([...MAP_CHARACTERS]).toEqual(
          expect.arrayContaining([...new Set(other?.world.map.join(''))]),
        );
      }),
    );
  });
});
