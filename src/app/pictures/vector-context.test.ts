import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawMap } from '../map/draw';
import { placeCells } from '../map/geometry';
import type { Layer } from '../map/layer';
import { LAYER_NAMES } from '../map/layers';
import type { PaintInputs } from '../map/paint';
import { rangesOf } from '../state/grid';
import { drawSketch } from '../workbench/world/sketch';
import { CORRIDOR, createElement, drawn, elementsOf, CORRIDOR_GRID as grid } from './testing';
import { Definitions, VectorContext } from './vector-context';

const counts = [0, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
const policy = [0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0];
const q = policy.map((share, pair) => share - (pair === 4 ? 9 : 0));
const placement = placeCells(grid.kinds, grid.rows, grid.columns, 120, 40);

function inputs(layer: Layer): PaintInputs {
  return {
    grid,
    layer,
    values: { q, trueQ: policy, policy, occupancy: [0.5, 0.5, 0] },
    counts,
    ranges: rangesOf(policy, counts),
    hue: [213, 94, 0],
    scheme: 'light',
    consults: 'everything',
  };
}

const map = (layer: Layer) =>
  drawn((pen) => drawMap(pen, placement, inputs(layer), { arrows: true, dpr: 1 }));

/** Filled triangles of one path each. */
const triangles = (content: string) =>
  elementsOf(content).filter(({ tag }) => /d="M[^"LZ]+L[^"LZ]+L[^"LZ]+Z" fill="#/.test(tag));

describe('a map as vectors', () => {
  beforeAll(() => void vi.stubGlobal('document', { createElement }));
  afterAll(() => void vi.unstubAllGlobals());

  it.each(LAYER_NAMES)('is well-formed and refers to nothing outside, layer %s', (layer) => {
    const { content, defs } = map(layer);
    expect(elementsOf(defs + content).length).toBeGreaterThan(5);
    expect(content + defs).not.toMatch(/rgb|var\(|NaN|undefined|Infinity|http/);
    for (const [, id] of content.matchAll(/url\(#([^)]+)\)/g)) expect(defs).toContain(`id="${id}"`);
  });

  it('has a triangle a pair, and an arrow a state, in two strokes', () => {
    const { content } = map('q');
    // Two states to act in; the pit of −9 lies below the scale and is marked by another triangle.
    expect(triangles(content)).toHaveLength(2 * 4);
    const arrow = elementsOf(content).filter(({ tag }) => /stroke-linecap="round"/.test(tag));
    expect(arrow).toHaveLength(2 * 2);
  });

  it('paints only what was seen where the counts are shown', () => {
    expect(triangles(map('counts').content)).toHaveLength(2);
  });

  it('hatches by lines, not by pixels', () => {
    const { content, defs } = map('q');
    expect(content).toContain('fill="url(#');
    expect(elementsOf(defs).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['defs', 'pattern', 'path']),
    );
    expect(content + defs).not.toContain('<image');
  });

  it('fills hatched triangles together, and closes none: a browser looks at all of them each time', () => {
    const hatched = elementsOf(map('q').content).filter(({ tag }) => /fill="url\(#/.test(tag));
    expect(hatched.some(({ tag }) => (tag.match(/M/g) ?? []).length > 1)).toBe(true);
    for (const { tag } of hatched) expect(tag).not.toContain('Z');
  });

  it('draws the editor’s map with its letters', () => {
    const { content } = drawn((pen) =>
      drawSketch(pen, placement, {
        drawing: CORRIDOR.map,
        scheme: 'dark',
        dpr: 1,
        marked: [1],
        warning: ' #8a4b00 ',
        chosen: [],
        at: null,
      }),
    );
    expect(elementsOf(content).filter(({ name }) => name === 'text')).toHaveLength(2);
    expect(content).toContain('stroke="#8a4b00"');
  });
});

describe('the vector context', () => {
  it('writes circles, round corners and dashes as paths', () => {
    const { content } = drawn((pen) => {
      pen.setLineDash([2, 1]);
      pen.beginPath();
      pen.arc(10, 10, 5, 0, 2 * Math.PI);
      pen.stroke();
      pen.fillStyle = 'rgba(0, 0, 0, 0.5)';
      pen.globalAlpha = 0.5;
      pen.beginPath();
      pen.roundRect(0, 0, 10, 4, 2);
      pen.fill();
    });
    expect(content).toBe(
      '<path d="M15 10A5 5 0 1 1 5 10A5 5 0 1 1 15 10Z" fill="none" stroke="#000000" stroke-width="1" stroke-dasharray="2 1"/>' +
        '<path d="M2 0h6a2 2 0 0 1 2 2v0a2 2 0 0 1 -2 2h-6a2 2 0 0 1 -2 -2v-0a2 2 0 0 1 2 -2Z" fill="#000000" fill-opacity="0.25"/>',
    );
  });

  it('says what it cannot do instead of leaving it out', () => {
    const pen = new VectorContext({ definitions: new Definitions(), drawingOf: () => undefined });
    expect(() => pen.setTransform(2, 0, 0, 2, 0, 0)).toThrow(RangeError);
    expect(() => pen.drawImage({} as HTMLCanvasElement)).toThrow('not drawn as vectors');
  });
});
