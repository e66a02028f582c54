import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSettings } from '../../experiment/settings/parse';
import { snapshotAt } from '../charts/testing';
import { initialModel } from '../state/model';
import { originOf, originText } from '../state/origin';
import { captionOf, fileStem, recipeOf } from './caption';
import { wrapped } from './frame';

function modelAt(step: number, given: Parameters<typeof resolveSettings>[0] = {}) {
  const { settings } = resolveSettings(given);
  return { ...initialModel(settings, [], 'run'), step, snapshot: snapshotAt(step, {}) };
}

describe('what a picture says of itself', () => {
  it('names scenario, picture and step in its file', () => {
    expect(fileStem(modelAt(1050), 'map:cql')).toBe('offgrid-extrapolation-map-cql-1050');
    expect(fileStem(modelAt(0), 'row-cql-sketch')).toBe('offgrid-extrapolation-row-cql-sketch-0');
  });

  it('names what differs from the scenario, not how the page looks', () => {
    const model = modelAt(1050);
    expect(captionOf(model)).toBe(
      `Believing what was never seen · step 1,050 · ${originText(originOf(model.snapshot))}`,
    );
    expect(captionOf(model)).toMatch(/ · Offgrid \d+\.\d+\.\d+, (WASM|WebGL|CPU)/);
    const changed = modelAt(50, { 'cql.alpha': 0.5, 'data.seed': 7, layer: 'q' });
    expect(captionOf(changed)).toContain('cql.alpha = 0.5');
    expect(captionOf(changed)).toContain('data.seed = 7');
    expect(captionOf(changed)).not.toContain('layer');
  });

  it('keeps the link that shows it again', () => {
    expect(recipeOf(modelAt(50, { 'cql.alpha': 0.5 }))).toContain(
      '#v=1&edition=2&scenario=extrapolation&cql.alpha=0.5&at=50',
    );
  });
});

describe('wrapped', () => {
  it('loses no word and is never wider than asked, but for a word that is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (given, width) => {
        const lines = wrapped(given.join(' '), width, (text) => text.length);
        expect(lines.join(' ')).toBe(given.join(' '));
        for (const line of lines)
          if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
