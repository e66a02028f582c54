import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITS_LENGTH, printEdits, readEdits } from './edits';
import { datasetEdits, nearly, surgery } from './testing/texts';

describe('the text of edits', () => {
  it('lists them in order, with those that are switched off', () => {
    const { value, faults } = readEdits(
      'erase(3.4-1.2); !Erase(0.0-0.5,UP) ;below(-1e-3);top(10); noise( .1 , 7 );',
    );
    expect(faults).toEqual([]);
    const region = { top: 1, left: 2, bottom: 3, right: 4 };
    expect(value).toEqual([
      { on: true, surgery: { kind: 'erase', region } },
      {
        on: false,
        surgery: {
          kind: 'erase',
          region: { top: 0, left: 0, bottom: 0, right: 5 },
          action: 'up',
        },
      },
      { on: true, surgery: { kind: 'below', value: -0.001 } },
      { on: true, surgery: { kind: 'top', percent: 10 } },
      { on: true, surgery: { kind: 'noise', deviation: 0.1, seed: 7 } },
    ]);
    expect(printEdits(value)).toBe(
      'erase(1.2-3.4);!erase(0.0-0.5,up);below(-0.001);top(10);noise(0.1,7)',
    );
    expect(readEdits('')).toEqual({ value: [], faults: [] });
  });

  it.each([
    ['forget everything', /^“forget everything”: an edit is written erase\(.*; it is left out$/],
    ['forget(1)', /^“forget\(1\)”: an edit is one of erase, below, top and noise; it is left out$/],
    ['constructor(1)', /an edit is one of/],
    ['erase()', /it is written erase\(1\.1-3\.4\) or erase\(1\.1-3\.4,up\)/],
    ['erase(1.1)', /it is written erase/],
    ['erase(1.1-2.-2)', /it is written erase/],
    ['erase(1.1-2.2,north)', /it is written erase/],
    ['erase(1.1-2.2,up,down)', /it is written erase/],
    ['below()', /“” is not a number/],
    ['below(1e10)', /its value is from -1000000000 to 1000000000/],
    ['top(101)', /its percent is from 0 to 100/],
    ['top(10,20)', /it is written top\(10\)/],
    ['noise(0.1)', /it is written noise\(0\.1,7\)/],
    ['noise(-1,0)', /its deviation is from 0/],
    ['noise(1,0.5)', /its seed is a whole number/],
    ['noise(1,much)', /“much” is not a number/],
  ])('names “%s” and uses the rest', (entry, sentence) => {
    const { value, faults } = readEdits(`top(50);${entry};below(0)`);
    expect(printEdits(value)).toBe('top(50);below(0)');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('has a hundred entries at most, whatever their numbers', () => {
    const { value, faults } = readEdits('top(5);'.repeat(102));
    expect(value).toHaveLength(100);
    expect(faults).toEqual(new Array(2).fill('“top(5)”: 100 edits is the most; it is left out'));
    fc.assert(
      fc.property(surgery, (one) => {
        const full = new Array(100).fill({ on: false, surgery: one });
        expect(printEdits(full).length).toBeLessThanOrEqual(EDITS_LENGTH);
      }),
    );
  });

  it('reads what it prints, and prints it again the same', () => {
    fc.assert(
      fc.property(datasetEdits, (edits) => {
        expect(readEdits(printEdits(edits))).toEqual({ value: edits, faults: [] });
      }),
    );
  });

  it('is read from any text at all', () => {
    const pieces = ['erase(1.1-3.4)', '!', ';', 'erase(1.1-3.4,up);', 'top(', 'noise(0.1,7)'];
    fc.assert(
      fc.property(nearly(pieces), (text) => {
        const { value, faults } = readEdits(text);
        for (const fault of faults) expect(fault).toMatch(/; it is left out$/);
        expect(readEdits(printEdits(value))).toEqual({ value, faults: [] });
      }),
    );
  });
});
