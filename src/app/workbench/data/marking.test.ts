import { describe, expect, it } from 'vitest';
import {
  anchorTurned,
  cursorMoved,
  type Marking,
  markedRegion,
  markingBegun,
  markingLed,
  UNMARKED,
} from './marking';

const size = { rows: 4, columns: 5 };
const right = [0, 1] as const;
const down = [1, 0] as const;
const regionOf = (marking: Marking) => markedRegion(marking, size.columns);

describe('marking by pointer', () => {
  it('spans the rectangle from where it began to where it was led, in any direction', () => {
    expect(regionOf(UNMARKED)).toBeNull();
    expect(regionOf(markingBegun(7))).toEqual({ top: 1, left: 2, bottom: 1, right: 2 });
    expect(regionOf(markingLed(markingBegun(13), 6))).toEqual({
      top: 1,
      left: 1,
      bottom: 2,
      right: 3,
    });
  });
});

describe('marking by keys', () => {
  it('goes with Shift from the cursor on, and stays on the map', () => {
    let marking = cursorMoved(UNMARKED, size, down, false);
    expect(regionOf(marking)).toBeNull();
    marking = cursorMoved(marking, size, right, true);
    marking = cursorMoved(marking, size, [99, 0], true);
    expect(regionOf(marking)).toEqual({ top: 1, left: 0, bottom: 3, right: 1 });
    expect(marking.cursor).toBe(16);
  });

  it('keeps a mark while the cursor goes elsewhere, and begins anew with Shift there', () => {
    let marking = cursorMoved(markingBegun(0), size, [3, 3], false);
    expect(regionOf(marking)).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
    marking = cursorMoved(marking, size, right, true);
    expect(regionOf(marking)).toEqual({ top: 3, left: 3, bottom: 3, right: 4 });
  });

  it('goes without Shift between two presses of Enter', () => {
    let marking = anchorTurned({ ...UNMARKED, cursor: 6 });
    marking = cursorMoved(marking, size, right, false);
    marking = cursorMoved(marking, size, down, false);
    marking = anchorTurned(marking);
    const expected = { top: 1, left: 1, bottom: 2, right: 2 };
    expect(regionOf(marking)).toEqual(expected);
    expect(regionOf(cursorMoved(marking, size, right, false))).toEqual(expected);
  });
});
