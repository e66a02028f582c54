import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../texts/speak';
import { COLUMNS, csv, imported } from './testing/files';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

describe('the report of an import in German', () => {
  it('names the faults of rows, and counts them', () => {
    const { report } = imported(
      csv(COLUMNS, '0,1,frei,1,0,0,0,0,0.25', '9,1,,1,0,0,0,0,0.5', '0,1,0,1,0,0,0,0,0.25'),
    ).offer;
    expect(report.summary).toBe('3 Zeilen gelesen: eine passt in diese Welt, 2 haben Fehler.');
    expect(report.faults.map(({ message }) => message)).toEqual([
      'Zeile 1 der Daten (Zeile 2 der Datei), reward: „frei“ ist keine Zahl.',
      'Zeile 2 der Daten (Zeile 3 der Datei), state: „9“ ist kein Zustand dieser Welt; ihre Zustände gehen von 0 bis 4.',
      'Zeile 2 der Daten (Zeile 3 der Datei), reward: hier steht nichts.',
    ]);
    // What stands in the file is the same whatever is spoken.
    expect(report.faults[0]).toMatchObject({ field: 'reward', value: 'frei' });
  });

  it('says what was derived and left aside', () => {
    const { report } = imported(csv('state,action,reward,mood', '0,right,0,good')).offer;
    expect(report.notes).toContain('Die Spalte „mood“ wird nicht verwendet.');
    expect(report.notes).toContain(
      'Welche Zeilen terminal sind, steht nicht in der Datei: Diese Welt sagt es.',
    );
  });

  it('says why nothing of a file can be read', () => {
    const { report } = imported(csv('state,reward', '0,0')).offer;
    expect(report.summary).toBe(
      'Die Datei lässt sich nicht importieren. Die Datei hat keine Spalte für die Aktion (action). Sie nennt „state“, „reward“. Ein Datensatz braucht state (oder row und col), action und reward.',
    );
    expect(imported('').offer.report.summary).toContain('Die Datei ist leer.');
  });

  it('says how the world of the file differs, with numbers as Germans write them', () => {
    const file = { world: { gamma: 0.5 }, state: [0], action: [1], reward: [0] };
    expect(imported(JSON.stringify(file)).other?.differences).toEqual([
      'Der Diskontfaktor γ ist dort 0,5, hier 0,9.',
    ]);
  });
});
