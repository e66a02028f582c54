import type { Chain } from './chain';
import { type Components, stronglyConnected } from './components';
import { EnvelopeMatrix } from './envelope';
import type { Mdp } from './types';

/** One strongly connected component of a chain, factorized: I − W restricted to `nodes`. */
interface Block {
  readonly nodes: Int32Array;
  readonly matrix: EnvelopeMatrix;
}

/**
 * The order in which a component is eliminated: along the shorter side of the grid, so that the
 * envelope is as narrow as the map; nodes that are jumped to from afar come last, since anywhere
 * else they would widen every row between.
 */
function eliminationOrder(
  mdp: Mdp,
  chain: Chain,
  parts: Components,
  members: Int32Array,
): Int32Array {
  const { rows, columns, cells, states } = mdp;
  const far = new Set<number>();
  for (const u of members) {
    if (u === states) {
      far.add(u);
      continue;
    }
    for (let i = chain.offsets[u]; i < chain.offsets[u + 1]; i++) {
      const target = chain.targets[i];
      if (target === states || parts.of[target] !== parts.of[u]) continue;
      const distance = Math.abs(cells[u] - cells[target]);
      if (distance > 1 && distance !== columns) far.add(target);
    }
  }
  const place = (node: number): number => {
    const last = far.has(node) ? rows * columns : 0;
    if (node === states) return 2 * last;
    const cell = cells[node];
    return last + (columns <= rows ? cell : (cell % columns) * rows + Math.floor(cell / columns));
  };
  return members.slice().sort((x, y) => place(x) - place(y));
}

function factorizeBlock(
  mdp: Mdp,
  chain: Chain,
  parts: Components,
  component: number,
  position: Int32Array,
): Block {
  const members = parts.members.subarray(parts.offsets[component], parts.offsets[component + 1]);
  const nodes = eliminationOrder(mdp, chain, parts, members);
  nodes.forEach((node, i) => {
    position[node] = i;
  });
  const first = Int32Array.from(nodes.keys());
  for (let i = 0; i < nodes.length; i++) {
    for (let e = chain.offsets[nodes[i]]; e < chain.offsets[nodes[i] + 1]; e++) {
      if (parts.of[chain.targets[e]] !== component) continue;
      const j = position[chain.targets[e]];
      if (j < i) first[i] = Math.min(first[i], j);
      else first[j] = Math.min(first[j], i);
    }
  }
  const matrix = new EnvelopeMatrix(first);
  for (let i = 0; i < nodes.length; i++) {
    matrix.add(i, i, 1);
    for (let e = chain.offsets[nodes[i]]; e < chain.offsets[nodes[i] + 1]; e++) {
      const target = chain.targets[e];
      if (parts.of[target] === component) matrix.add(i, position[target], -chain.weights[e]);
    }
  }
  matrix.factorize();
  return { nodes, matrix };
}

/** Weight of the edge from a node to itself. */
function selfWeight(chain: Chain, node: number): number {
  for (let i = chain.offsets[node]; i < chain.offsets[node + 1]; i++) {
    if (chain.targets[i] === node) return chain.weights[i];
  }
  return 0;
}

/**
 * Solves x = b + Wx for the weights W of a chain, in place of b `[nodes]`. Exact up to rounding
 * however long the chain loops: components one after the other, those that can be left for no
 * other first, each by elimination.
 */
export function solveChain(mdp: Mdp, chain: Chain, b: Float64Array): void {
  const parts = stronglyConnected(chain);
  const position = new Int32Array(chain.nodes);
  for (let c = 0; c < parts.count; c++) {
    const begin = parts.offsets[c];
    for (let m = begin; m < parts.offsets[c + 1]; m++) {
      const u = parts.members[m];
      let sum = b[u];
      for (let i = chain.offsets[u]; i < chain.offsets[u + 1]; i++) {
        const target = chain.targets[i];
        if (parts.of[target] !== c) sum += chain.weights[i] * b[target];
      }
      b[u] = sum;
    }
    if (parts.offsets[c + 1] - begin === 1) {
      const u = parts.members[begin];
      b[u] /= 1 - selfWeight(chain, u);
    } else {
      const { nodes, matrix } = factorizeBlock(mdp, chain, parts, c, position);
      const x = Float64Array.from(nodes, (node) => b[node]);
      matrix.solve(x);
      for (let i = 0; i < nodes.length; i++) b[nodes[i]] = x[i];
    }
  }
}

/** Solves x = b + Wᵀx in place of b `[nodes]`: what flows through every node. Exact like `solveChain`. */
export function solveFlow(mdp: Mdp, chain: Chain, b: Float64Array): void {
  const parts = stronglyConnected(chain);
  const position = new Int32Array(chain.nodes);
  for (let c = parts.count - 1; c >= 0; c--) {
    const begin = parts.offsets[c];
    if (parts.offsets[c + 1] - begin === 1) {
      const u = parts.members[begin];
      b[u] /= 1 - selfWeight(chain, u);
    } else {
      const { nodes, matrix } = factorizeBlock(mdp, chain, parts, c, position);
      const x = Float64Array.from(nodes, (node) => b[node]);
      matrix.solveTransposed(x);
      for (let i = 0; i < nodes.length; i++) b[nodes[i]] = x[i];
    }
    for (let m = begin; m < parts.offsets[c + 1]; m++) {
      const u = parts.members[m];
      if (b[u] === 0) continue;
      for (let i = chain.offsets[u]; i < chain.offsets[u + 1]; i++) {
        const target = chain.targets[i];
        if (parts.of[target] !== c) b[target] += chain.weights[i] * b[u];
      }
    }
  }
}
