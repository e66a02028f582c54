import { describe, expect, it } from 'vitest';
import { csv, imported } from './testing/files';
import type { ImportReport } from './types';

const MINIMAL = 'state,action,reward,nextState';
const reportOf = (text: string): ImportReport => imported(text).offer.report;
const failure = (text: string): string => reportOf(text).faults[0].message;

describe('dialects of CSV', () => {
  const good = (text: string): number => {
    const report = reportOf(text);
    expect(report.faults).toEqual([]);
    return report.good;
  };

  it('takes a byte-order mark, quoted names, blanks and empty lines', () => {
    expect(
      good(
        `\ufeff\r\n"state" , "action","re""ward",reward,nextState\r\n\r\n 0 , "1" ,,0,1\r\n\r\n`,
      ),
    ).toBe(1);
  });

  it('takes a decimal comma where the comma does not delimit', () => {
    const text = csv('state;action;reward;nextState;behaviorProb', '0;1;0,0;1;0,25');
    expect(good(text)).toBe(1);
    expect([...(imported(text).offer.transitions?.behaviorProbability ?? [])]).toEqual([0.25]);
  });

  it('takes the line by which Excel names the delimiter', () => {
    expect(good(csv('sep=;', 'state;action;reward;nextState', '0;1;0;1'))).toBe(1);
  });

  it('takes line breaks and delimiters inside quotation marks', () => {
    const text = csv(`${MINIMAL},note`, '0,1,0,1,"a\n""b"",\r\nc"', '0,1,0,3,"d"');
    const { report } = imported(text).offer;
    expect(report.good).toBe(1);
    expect(report.faults[0]).toMatchObject({ kind: 'transition', row: 2, line: 5 });
  });

  it('takes numbers with signs, fractions and exponents', () => {
    expect(good(csv(MINIMAL, '+0,1.0,-0,1e0', '0.,10e-1,.0,001'))).toBe(2);
  });

  it('takes a last line without an end', () => {
    expect(good(`${MINIMAL}\n0,1,0,1`)).toBe(1);
  });

  it('knows columns under many names, whatever their case and joints', () => {
    const names =
      'Observation,ACTIONS,Reward,next-observation,Terminated,time_outs,Trajectory,Time Step,Behaviour_Prob';
    expect(good(csv(names, '3,1,1,4,1,0,0,0,1'))).toBe(1);
  });
});

describe('columns', () => {
  it('leaves aside what it does not know, and says so', () => {
    expect(reportOf(csv(`${MINIMAL},colour,note`, '0,1,0,1,red,')).notes[0]).toBe(
      'These columns are not used: “colour”, “note”.',
    );
    expect(reportOf(csv(`${MINIMAL},colour`, '0,1,0,1,red')).notes[0]).toBe(
      'The column “colour” is not used.',
    );
  });

  it("prefers a field's own name to another, and the first of two alike", () => {
    const { report } = imported(csv(`obs,${MINIMAL},reward`, '9,0,1,0,1,x')).offer;
    expect(report.faults).toEqual([]);
    expect(report.notes[0]).toBe('These columns are not used: “obs”, “reward”.');
  });

  it('names many of them only in part', () => {
    const many = Array.from({ length: 30 }, (_, i) => `x${i}`).join(',');
    const [note] = reportOf(csv(`${MINIMAL},${many}`, `0,1,0,1${','.repeat(30)}`)).notes;
    expect(note).toMatch(/^These columns are not used: “x0”, .*“x7” and 22 more\.$/);
  });
});

describe('files without a table', () => {
  it('says what is missing', () => {
    expect(failure(csv('row,reward,nextState', '0,0,1'))).toBe(
      'The file has no column for the state (or row and col) and the action. It names “row”, “reward”, “nextState”. A dataset needs state (or row and col), action and reward.',
    );
  });

  it('says that names are missing', () => {
    const message = /^The first line names no column that is known here\./;
    expect(failure('0,1,0,1\n0,1,0,1\n')).toMatch(message);
    expect(failure('Dear Sir or Madam,\n')).toMatch(message);
    expect(failure(`state,${'x,'.repeat(100_000)}`)).toMatch(message);
  });

  it('says that a file is empty, or has no rows', () => {
    for (const text of ['', '\ufeff', ' \n\r\n\t\n', 'sep=;\n']) {
      expect(reportOf(text).summary).toBe('The file cannot be imported. The file is empty.');
    }
    expect(reportOf(`${MINIMAL}\n`).summary).toBe('The file has no rows of data.');
    expect(imported(`${MINIMAL}\n`).offer.transitions).toBeNull();
  });
});

describe('malformed rows', () => {
  it('reports a row with too many cells and goes on behind it', () => {
    const report = reportOf(csv(MINIMAL, '0,1,0,1,0', '0,1,0,1'));
    expect(report.good).toBe(1);
    expect(report.faults[0].message).toBe(
      'Row 1 (line 2) has 5 cells where the header names 4 columns.',
    );
  });

  it('says which quotation mark is never closed', () => {
    const report = reportOf(csv(MINIMAL, '0,1,0,1', '0,1,0,"1', '0,1,0,1'));
    expect(report.rows).toBe(2);
    expect(report.faults[0].message).toBe(
      'Row 2 (line 3) opens a quotation mark that is never closed; nothing after it can be read.',
    );
  });

  it('is not slow on cells that only look like numbers', () => {
    const report = reportOf(csv(MINIMAL, `0,1,${'1'.repeat(2_000_000)}x,1`, '0,1,0,1'));
    expect(report.faultCounts).toEqual({ number: 1 });
  });
});
