import type { Chain } from './chain';

/** Strongly connected components of a chain. */
export interface Components {
  /** Number of components. */
  readonly count: number;
  /** `[nodes]` component of each node. */
  readonly of: Int32Array;
  /** `[nodes]` nodes by component. */
  readonly members: Int32Array;
  /** Members of component c are `members[offsets[c] … offsets[c + 1]]`. */
  readonly offsets: Int32Array;
}

/**
 * Tarjan's algorithm (1972), without recursion so that long corridors do not exhaust the stack.
 * Components come successors first: every edge leads into the same or an earlier component.
 */
export function stronglyConnected(chain: Chain): Components {
  const { nodes, targets } = chain;
  const of = new Int32Array(nodes).fill(-1);
  const members = new Int32Array(nodes);
  const offsets = new Int32Array(nodes + 1);
  const discovered = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const nextEdge = chain.offsets.slice(0, nodes);
  const path = new Int32Array(nodes);
  const open = new Int32Array(nodes);
  let clock = 0;
  let openCount = 0;
  let placed = 0;
  let count = 0;
  for (let root = 0; root < nodes; root++) {
    if (discovered[root] >= 0) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const u = path[depth];
      if (discovered[u] < 0) {
        discovered[u] = clock;
        low[u] = clock++;
        open[openCount++] = u;
      }
      if (nextEdge[u] < chain.offsets[u + 1]) {
        const target = targets[nextEdge[u]++];
        if (discovered[target] < 0) path[++depth] = target;
        else if (of[target] < 0) low[u] = Math.min(low[u], discovered[target]);
        continue;
      }
      if (low[u] === discovered[u]) {
        let member: number;
        do {
          member = open[--openCount];
          of[member] = count;
          members[placed++] = member;
        } while (member !== u);
        offsets[++count] = placed;
      }
      depth--;
      if (depth >= 0) low[path[depth]] = Math.min(low[path[depth]], low[u]);
    }
  }
  return { count, of, members, offsets };
}
