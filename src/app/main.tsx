import './basics/markup';
import './translated';
import './theme/mantine.css';
import './theme/base.css';
import './theme/contrast';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { formatCount } from '../texts/format';
import { LANGUAGES, type Language } from '../texts/languages';
import { shell } from '../texts/shell';
import { startProber } from '../worker/probe/client';
import { startTrainer } from '../worker/training/client';
import { App } from './App';
import { speakFirst } from './basics/language';
import { pause } from './basics/turn';
import { Boundary } from './part/Boundary';
import { PageFault } from './part/PageFault';
import { Standing } from './Standing';
import { dressed, rootOf, sayNotStarted } from './start';
import { takeLink } from './state/address';
import { embedOf } from './state/embed-options';
import { memory, readOnly } from './state/memory';
import { Playground } from './state/playground';
import { offgridHandle } from './state/scripting';
import { syncUrl } from './state/url-sync';

/** Milliseconds after which what can wait is done, however busy the page is; on a first visit training comes first. */
const IDLE = 4000;

function whenIdle(begin: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: IDLE });
  else setTimeout(begin, IDLE);
}

function start(hash: string, lost: Language | null): void {
  const embed = embedOf(location.search);
  let stands: () => void = () => undefined;
  const playground = new Playground({
    spawn: startTrainer,
    // Whatever changes while the page is first drawn has all of it drawn once more, at one go.
    standing: new Promise<void>((resolve) => {
      stands = resolve;
    }),
    // An embed leaves no traces on its host's visitors, and takes no time for measuring engines.
    memory: embed ? readOnly(memory) : memory,
    archive: async () => (await import('./state/archive')).openArchive(),
    browser: navigator.userAgent,
    keeps: !embed,
    ...(embed
      ? {}
      : {
          probing: {
            spawn: startProber,
            visible: () => document.visibilityState === 'visible',
            onVisibility: (look) => document.addEventListener('visibilitychange', look),
            date: () => Date.now(),
          },
        }),
    hash,
  });
  syncUrl(playground.store, (hash) => playground.open(hash), window);
  addEventListener('visibilitychange', () => document.hidden && playground.keep());
  window.offgrid = offgridHandle(playground);
  if (lost)
    playground.tell([{ key: 'language', message: shell().languageLost(LANGUAGES[lost].name) }]);

  const root = createRoot(rootOf(document));
  // Bit by bit: drawn at one go, the page would hold up the browser for as long as that takes.
  startTransition(() =>
    root.render(
      <StrictMode>
        <Boundary fault={(error) => <PageFault error={error} />}>
          <App playground={playground} embed={embed} />
        </Boundary>
        <Standing onStanding={stands} />
      </StrictMode>,
    ),
  );
  if (import.meta.env.PROD)
    whenIdle(() => {
      import('./state/keeping')
        .then(({ beginKeeping }) => beginKeeping(playground, embed !== null))
        // It works as before, with a network.
        .catch(() => undefined);
    });
}

// Before anything says a word. Not awaited at the top of the module: a language's chunk imports from
// this one, and the two would wait for each other.
const hash = takeLink(window);
void Promise.all([speakFirst(location.search), dressed(document)])
  .then(async ([lost]) => {
    // The first number has the browser load how its language writes them: in a task of its own.
    await pause();
    formatCount(0);
    await pause();
    start(hash, lost);
  })
  .catch((error: unknown) => sayNotStarted(document, error));
