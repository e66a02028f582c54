import type { CDPSession } from 'playwright';

/** What a heap holds, by kind: how many, and their bytes. */
export type Kinds = ReadonlyMap<string, { readonly count: number; readonly bytes: number }>;

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Kinds of objects that have a name; of others it is what they say. */
const NAMED = new Set(['object', 'closure', 'native', 'array', 'code', 'hidden']);
/**
 * Compiled code, and what the browser notes of tasks and events for whoever asks: both grow with every click of a
 * driver, the one as functions of its own are compiled, the other up to a fixed number.
 */
const FOREIGN =
  /^code:|^native:(Performance|InteractionContentfulPaint|LargestContentfulPaint|TaskAttribution|ScriptTiming)/;

/** Sums a heap snapshot up by kind; without compiled code. */
function kindsIn({ snapshot, nodes, strings }: Snapshot): Kinds {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const kinds = new Map<string, { count: number; bytes: number }>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const what = types[0][nodes[at + type]];
    const kind = NAMED.has(what) ? `${what}:${strings[nodes[at + name]].slice(0, 60)}` : what;
    if (FOREIGN.test(kind)) continue;
    const sum = kinds.get(kind) ?? { count: 0, bytes: 0 };
    sum.count += 1;
    sum.bytes += nodes[at + size];
    kinds.set(kind, sum);
  }
  return kinds;
}

/** What the page of a session holds, after a collection. */
export async function kindsOf(session: CDPSession): Promise<Kinds> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  try {
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  } finally {
    session.off('HeapProfiler.addHeapSnapshotChunk', take);
  }
  return kindsIn(JSON.parse(chunks.join('')) as Snapshot);
}

/** Bytes of all kinds. */
export function bytesOf(kinds: Kinds): number {
  return [...kinds.values()].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The kinds that take the most more room in one heap than in one before, for the sentence. */
export function mostGrown(before: Kinds, after: Kinds): string {
  return [...after]
    .map(([kind, { count, bytes }]) => {
      const old = before.get(kind) ?? { count: 0, bytes: 0 };
      return { kind, count: count - old.count, bytes: bytes - old.bytes };
    })
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 5)
    .map(({ kind, count, bytes }) => `${kind} (${count} more, ${bytes} bytes)`)
    .join('; ');
}
