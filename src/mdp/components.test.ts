import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from './chain';
import { stronglyConnected } from './components';

function chain(nodes: number, edges: readonly (readonly [number, number])[]): Chain {
  const offsets = new Int32Array(nodes + 1);
  const targets: number[] = [];
  for (let u = 0; u < nodes; u++) {
    for (const [from, to] of edges) if (from === u) targets.push(to);
    offsets[u + 1] = targets.length;
  }
  return {
    nodes,
    offsets,
    targets: Int32Array.from(targets),
    weights: new Float64Array(targets.length).fill(1),
  };
}

const anyGraph = fc
  .integer({ min: 1, max: 9 })
  .chain((nodes) =>
    fc.tuple(
      fc.constant(nodes),
      fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 20 }),
    ),
  );

describe('stronglyConnected', () => {
  it('puts together exactly the nodes that reach each other', () => {
    fc.assert(
      fc.property(anyGraph, ([nodes, edges]) => {
        const reach = Array.from({ length: nodes }, (_, u) =>
          Array.from({ length: nodes }, (_, v) => u === v),
        );
        for (const [u, v] of edges) reach[u][v] = true;
        for (let k = 0; k < nodes; k++)
          for (let u = 0; u < nodes; u++)
            for (let v = 0; v < nodes; v++) reach[u][v] ||= reach[u][k] && reach[k][v];
        const { of } = stronglyConnected(chain(nodes, edges));
        for (let u = 0; u < nodes; u++)
          for (let v = 0; v < nodes; v++) expect(of[u] === of[v]).toBe(reach[u][v] && reach[v][u]);
      }),
    );
  });

  it('lists every node once, by component, successors first', () => {
    fc.assert(
      fc.property(anyGraph, ([nodes, edges]) => {
        const { count, of, members, offsets } = stronglyConnected(chain(nodes, edges));
        expect([...members].sort((x, y) => x - y)).toEqual([...Array(nodes).keys()]);
        expect(offsets[count]).toBe(nodes);
        for (let c = 0; c < count; c++) {
          for (const node of members.subarray(offsets[c], offsets[c + 1])) expect(of[node]).toBe(c);
        }
        for (const [u, v] of edges) expect(of[v]).toBeLessThanOrEqual(of[u]);
      }),
    );
  });

  it('walks long corridors without exhausting the stack', () => {
    const nodes = 100_000;
    const offsets = Int32Array.from({ length: nodes + 1 }, (_, u) => Math.min(u, nodes - 1));
    const targets = Int32Array.from({ length: nodes - 1 }, (_, u) => u + 1);
    const weights = new Float64Array(nodes - 1).fill(1);
    expect(stronglyConnected({ nodes, offsets, targets, weights }).count).toBe(nodes);
  });
});
