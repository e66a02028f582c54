import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns } from '../embed/fit';
import {
  CONTROLS,
  DEFAULT_CONTROLS,
  DEFAULT_PANELS,
  embedOf,
  embedQuery,
  PANELS,
  THEMES,
} from './embed-options';

describe('what an address asks an embed to show', () => {
  it('is nothing without the word', () => {
    expect(embedOf('')).toBeNull();
    expect(embedOf('?controls=run')).toBeNull();
  });

  it('is the usual where nothing is chosen', () => {
    const usual = {
      panels: DEFAULT_PANELS,
      controls: DEFAULT_CONTROLS,
      theme: null,
      language: null,
      unknown: [],
    };
    expect(embedOf('?embed')).toEqual(usual);
    expect(embedOf('?embed=&controls=')).toEqual(usual);
  });

  it('names what it does not know', () => {
    expect(embedOf('?embed=world,moon&controls=none&theme=sepia&lang=xx')).toEqual({
      panels: ['world'],
      controls: [],
      theme: null,
      language: null,
      unknown: ['moon', 'sepia', 'xx'],
    });
  });

  it('is the choice that was written into it', () => {
    const choices = fc.record({
      panels: fc.subarray([...PANELS], { minLength: 1 }),
      controls: fc.subarray([...CONTROLS]),
      theme: fc.constantFrom(null, ...THEMES),
      language: fc.constantFrom(null, 'en' as const, 'de' as const),
    });
    fc.assert(
      fc.property(choices, (choice) => {
        expect(embedOf(`?${embedQuery(choice)}`)).toEqual({ ...choice, unknown: [] });
      }),
    );
  });
});

describe('maps in a box', () => {
  it('stand in the columns that make them largest', () => {
    expect(fitColumns(4, { width: 580, height: 320 }, 1, 70)).toBe(4);
    expect(fitColumns(4, { width: 600, height: 900 }, 1, 70)).toBe(2);
    expect(fitColumns(2, { width: 600, height: 300 }, 8, 60)).toBe(1);
    expect(fitColumns(1, { width: 600, height: 300 }, 1, 60)).toBe(1);
  });
});
