// The service worker: the built page's sw.js, with the list of its files before it (tools/offline-plugin.mjs).
import type { Ask, PageVersion, Progress, Question, Standing } from './protocol';
import { Versions } from './versions';

declare const self: ServiceWorkerGlobalScope & { readonly offgridVersion: PageVersion };

/** Milliseconds in which a tab answers that is not asleep. */
const PATIENCE = 1000;

const { scope } = self.registration;
const versions = new Versions(self.offgridVersion, {
  caches,
  fetch: (address, options) => fetch(address, options),
  now: () => Date.now(),
  scope,
});

/** What a tab answers; null where it does not. */
function standingOf(tab: WindowClient): Promise<Standing | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE, null);
    tab.postMessage({ type: 'standing' } satisfies Question, [port2]);
  });
}

/** What all tabs of the page answer. */
async function standings(): Promise<readonly (Standing | null)[]> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return Promise.all(tabs.filter(({ url }) => url.startsWith(scope)).map(standingOf));
}

/** Lets go of versions of which no tab is open; of none while a tab is asleep. */
async function tidy(): Promise<void> {
  const mains = (await standings()).map((standing) => standing?.main ?? null);
  if (mains.every((main) => main !== null)) await versions.tidy(mains);
}

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const kept = await versions.kept(path).catch(() => undefined);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(versions.take(path, response.clone()).catch(() => undefined));
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(versions.prepare()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const path = versions.asked(event.request);
  if (path !== null) event.respondWith(answer(event, path));
});

self.addEventListener('message', (event) => {
  const ask: Ask = event.data;
  const { ports } = event;
  if (ask.type === 'takeOver') event.waitUntil(self.skipWaiting());
  if (ask.type === 'keep') {
    const tell = (progress: Progress) => ports[0]?.postMessage(progress);
    event.waitUntil(versions.keep(ask.language, tell).then(tidy));
  }
});
