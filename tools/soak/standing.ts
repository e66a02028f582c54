import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { type Kinds, kindsOf } from './heap';

/** What a page holds at a moment, after a collection. */
export interface Standing {
  /** Bytes of the page's own heap that are in use. */
  readonly heap: number;
  /** Nodes of documents, those that stand nowhere but are held included. */
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  /** The page and what is embedded in it. */
  readonly frames: number;
  readonly workers: number;
}

/** And what it is, and what is not the page's own thread's. */
export interface Whole extends Standing {
  /** Of what the heap consists, compiled code left out. */
  readonly kinds: Kinds;
  /** Bytes that the workers hold, arrays and WebAssembly included. */
  readonly workerHeap: number;
  /** Bytes in IndexedDB and caches. */
  readonly stored: number;
  /** Bytes of the process that stand in memory; null where the system does not tell. */
  readonly resident: number | null;
}

const collect = (session: CDPSession) => session.send('HeapProfiler.collectGarbage');

/** What the page of a session holds. Garbage is collected until nothing more goes. */
export async function standingOf(page: Page, session: CDPSession): Promise<Standing> {
  await session.send('Performance.enable');
  // What waits for a frame or a task still holds what it is to draw.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))),
  );
  for (let time = 0; time < 3; time++) await collect(session);
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => {
    const found = metrics.find((metric) => metric.name === name);
    if (found === undefined) throw new Error(`The browser says nothing of ${name}.`);
    return found.value;
  };
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
    frames: of('Frames'),
    workers: page.workers().length,
  };
}

/** Bytes of a process that stand in memory, where the system says so in a file. */
function residentOf(pid: number): number | null {
  try {
    const [, kilobytes] =
      /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : 1024 * Number(kilobytes);
  } catch {
    return null;
  }
}

/** Bytes that the browser's processes of pages stand in memory with, all together. */
export async function residentPages(page: Page): Promise<number | null> {
  const browser = page.context().browser();
  const session = await browser?.newBrowserCDPSession();
  if (!session) return null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const all = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id));
  return all.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  );
}

/** What one worker holds, in bytes: its heap, and what its arrays and its WebAssembly lie in. */
interface WorkerHeap {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** Asks the workers that a page has begun itself; those that these have begun in their turn are not heard. */
export class Workers {
  readonly #session: CDPSession;
  readonly #attached = new Set<string>();
  readonly #waiting = new Map<number, (heap: WorkerHeap | null) => void>();
  #asked = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#attached.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => {
      this.#attached.delete(sessionId);
      // Whoever still waits for it hears nothing any more.
      for (const tell of this.#waiting.values()) tell(null);
      this.#waiting.clear();
    });
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: WorkerHeap };
      if (id === undefined) return;
      this.#waiting.get(id)?.(result ?? null);
      this.#waiting.delete(id);
    });
  }

  /** Begins to listen to the workers of the page of a session. */
  static async of(session: CDPSession): Promise<Workers> {
    const workers = new Workers(session);
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return workers;
  }

  /** What all of them hold after a collection, in bytes. */
  async held(): Promise<number> {
    let held = 0;
    for (const sessionId of [...this.#attached]) {
      for (let time = 0; time < 2; time++)
        await this.#ask(sessionId, 'HeapProfiler.collectGarbage');
      const heap = await this.#ask(sessionId, 'Runtime.getHeapUsage');
      held += (heap?.usedSize ?? 0) + (heap?.backingStorageSize ?? 0);
    }
    return held;
  }

  #ask(sessionId: string, method: string): Promise<WorkerHeap | null> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
        .catch(() => resolve(null));
    });
  }
}

/** As `standingOf`, with what has to be asked elsewhere. */
export async function wholeOf(page: Page, session: CDPSession, workers: Workers): Promise<Whole> {
  const { origin } = new URL(page.url());
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  const workerHeap = await workers.held();
  const standing = await standingOf(page, session);
  const kinds = await kindsOf(session);
  return { ...standing, kinds, workerHeap, stored: usage, resident: await residentPages(page) };
}
