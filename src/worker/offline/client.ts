import { workerAddress } from '../connection/start';
import type { Ask, PageVersion, Progress, Standing } from './protocol';

/** Seconds that another version may take to be fetched, and to take over once it is there. */
const PATIENCE = { fetched: 20, taken: 5 } as const;

/** The part of the browser that has service workers; null in frames and on addresses that may have none. */
function container(): ServiceWorkerContainer | null {
  try {
    // Refused in a frame whose storage is; asking a frame in a sandbox for the container throws as well.
    localStorage.getItem('');
    return isSecureContext && /^https?:$/.test(location.protocol)
      ? (navigator.serviceWorker ?? null)
      : null;
  } catch {
    return null;
  }
}

/** Whether the page may keep its files in this browser, at this address and in this frame. */
export const canKeep = (): boolean => container() !== null;

/** Whether the page came out of the browser. */
export const isServed = (): boolean => Boolean(container()?.controller);

/** What is registered; null where nothing is. */
export async function registered(): Promise<ServiceWorkerRegistration | null> {
  return (await container()?.getRegistration()) ?? null;
}

/** Has the page's files kept from now on. Rejects where the browser refuses, or they do not come. */
export async function register(): Promise<ServiceWorkerRegistration> {
  const place = container();
  if (place === null) throw new Error('There are no service workers here.');
  const found = await place.register(workerAddress('./sw.js'), { updateViaCache: 'none' });
  if (!found.active && found.installing) await settled(found.installing, 'activated');
  return found;
}

function settled(worker: ServiceWorker, wanted: ServiceWorkerState): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === wanted) resolve();
      else if (worker.state === 'redundant') reject(new Error('The files could not be kept.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

const soon = <T>(promise: Promise<T>, seconds: number): Promise<T | null> =>
  Promise.race([
    promise,
    new Promise<null>((resolve) => setTimeout(resolve, seconds * 1000, null)),
  ]);

/** Has kept what readers of a language need; `tell` hears how far that has come, `done` at its end. */
export function keep(
  { active }: ServiceWorkerRegistration,
  language: string,
  tell: (progress: Progress) => void,
): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    tell(data);
    if (data.done) port1.close();
  };
  active?.postMessage({ type: 'keep', language } satisfies Ask, [port2]);
}

/** Calls `told` when another version has been fetched and waits, also where it does already. */
export function onWaiting(found: ServiceWorkerRegistration, told: () => void): void {
  if (found.waiting) told();
  found.addEventListener('updatefound', () => {
    const { installing } = found;
    // The first of all has nobody to wait for.
    if (installing && found.active)
      void settled(installing, 'installed').then(told, () => undefined);
  });
}

/** Has the version that waits take over; comes to whether it has. This tab keeps its own files until it is loaded again. */
async function takeOver({ waiting }: ServiceWorkerRegistration): Promise<boolean> {
  if (!waiting) return false;
  waiting.postMessage({ type: 'takeOver' } satisfies Ask);
  const taken = settled(waiting, 'activated').then(
    () => true,
    () => false,
  );
  return (await soon(taken, PATIENCE.taken)) === true;
}

/**
 * Sees to it that the page, when it is loaded next, is the newest that there is: where that cannot be kept, the
 * server's own.
 */
export async function wantNewest(): Promise<void> {
  const found = await registered();
  if (!found) return;
  await found.update();
  const coming = found.installing;
  if (coming)
    await soon(
      settled(coming, 'installed').catch(() => undefined),
      PATIENCE.fetched,
    );
  if (found.waiting && (await takeOver(found))) return;
  // What cannot be kept, or is kept waiting, is loaded past what is kept.
  if (await isOther()) await found.unregister();
}

/** Whether the server has another version than this tab. */
async function isOther(): Promise<boolean> {
  const { main }: PageVersion = await (await fetch('./files.json', { cache: 'no-store' })).json();
  return document.querySelector(`script[src$=${JSON.stringify(main)}]`) === null;
}

/** Answers the service worker, which asks every tab. */
export function answerStandings(standing: () => Standing): void {
  const place = container();
  place?.addEventListener('message', ({ data, ports }) => {
    if (data?.type === 'standing') ports[0]?.postMessage(standing());
  });
  place?.startMessages();
}
