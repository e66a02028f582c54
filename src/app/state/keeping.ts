import { createStore } from 'zustand/vanilla';
import { currentLanguage, onLanguage } from '../../texts/current';
import { offline } from '../../texts/offline';
import {
  answerStandings,
  canKeep,
  keep,
  onWaiting,
  register,
  registered,
} from '../../worker/offline/client';
import type { PageVersion, Progress, Standing } from '../../worker/offline/protocol';
import { memory } from './memory';
import type { Playground } from './playground';
import { reloadNewest } from './reload';

/** What the browser keeps of the page, for somebody without a network. */
export type Keeping =
  /** There is nothing to say: not here, or not known yet. */
  | { readonly state: 'none' }
  /** Only where somebody asks for it; bytes where they are known. */
  | { readonly state: 'unasked'; readonly all: number | null }
  | { readonly state: 'refused' }
  | ({ readonly state: 'told' } & Progress);

export const keeping = createStore<Keeping>(() => ({ state: 'none' }));

/** Where the browser keeps that somebody asked for it. */
const KEY = 'offgrid.offline';

/** Milliseconds that a run is waited for, and between two looks for another version. */
const RUN = 30_000;
const LOOK = 3_600_000;

/** Whether nothing is fetched that nobody asked for: for a reader who saves data, and for a program that drives the page. */
function spares(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return (navigator.webdriver || connection?.saveData === true) && memory.read(KEY) !== 'yes';
}

function standingOf(): Standing {
  const main = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  const path = main && new URL(main.src).href.slice(new URL('./', document.baseURI).href.length);
  return { main: path };
}

/** Comes when no run is under way, or one has been for long. */
function quiet({ store }: Playground): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, RUN);
    const stop = store.subscribe(({ status }) => status !== 'running' && done());
    if (store.getState().status !== 'running') done();
  });
}

function offerNewest(playground: Playground): void {
  const t = offline();
  const take = () => void reloadNewest(playground);
  playground.tell([{ key: 'version', message: t.ready, offer: { words: t.load, take } }]);
}

async function start(playground: Playground): Promise<void> {
  let found: ServiceWorkerRegistration;
  try {
    found = await register();
  } catch {
    keeping.setState({ state: 'refused' }, true);
    return;
  }
  onWaiting(found, () => offerNewest(playground));
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < LOOK) return;
    looked = Date.now();
    void found.update().catch(() => undefined);
  });
  const fill = () =>
    keep(found, currentLanguage(), (progress) =>
      keeping.setState({ state: 'told', ...progress }, true),
    );
  await quiet(playground);
  fill();
  onLanguage(fill);
  again = fill;
}

let again: () => void = () => undefined;

/** Keeps the page in the browser from now on, and on later visits; or tries once more what was not kept. */
export function keepForOffline(playground: Playground): void {
  if (keeping.getState().state === 'told') {
    again();
    return;
  }
  memory.write(KEY, 'yes');
  void start(playground);
}

/** How much there would be to keep; null where that is not said. */
async function sizeOf(): Promise<number | null> {
  try {
    const list: PageVersion = await (await fetch('./files.json')).json();
    return list.files
      .filter(({ language = currentLanguage() }) => language === currentLanguage())
      .reduce((sum, { bytes }) => sum + bytes, 0);
  } catch {
    return null;
  }
}

/** Says how much it would be, where that has not been asked for yet. */
export async function weigh(): Promise<void> {
  const now = keeping.getState();
  if (now.state !== 'unasked' || now.all !== null) return;
  const all = await sizeOf();
  if (keeping.getState() === now) keeping.setState({ state: 'unasked', all }, true);
}

/**
 * Keeps the page in this browser once it has nothing else to do. An embed only says what it is: its host's visitors
 * have asked for nothing.
 */
export async function beginKeeping(playground: Playground, embedded: boolean): Promise<void> {
  if (!canKeep()) return;
  answerStandings(standingOf);
  if (embedded) return;
  if (spares() && !(await registered())) keeping.setState({ state: 'unasked', all: null }, true);
  else await start(playground);
}
