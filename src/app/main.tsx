import './theme/mantine.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { embedOf } from './embed/options';
import { speakFirst } from './language';
import { memory, readOnly } from './state/memory';
import { Playground } from './state/playground';
import { offgridHandle } from './state/scripting';
import { syncUrl } from './state/url-sync';

function start(): void {
  const embed = embedOf(location.search);
  const playground = new Playground({
    spawn: () => new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module' }),
    // An embed leaves no traces on its host's visitors, and takes no time for measuring engines.
    memory: embed ? readOnly(memory) : memory,
    archive: async () => (await import('./state/archive')).openArchive(),
    browser: navigator.userAgent,
    ...(embed
      ? {}
      : {
          probing: {
            spawn: () =>
              new Worker(new URL('../worker/probe-entry.ts', import.meta.url), { type: 'module' }),
            visible: () => document.visibilityState === 'visible',
            onVisibility: (look) => document.addEventListener('visibilitychange', look),
            date: () => Date.now(),
          },
        }),
    hash: location.hash,
  });
  syncUrl(playground.store, (hash) => playground.open(hash), window);
  window.offgrid = offgridHandle(playground);

  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id “root”.');
  createRoot(root).render(
    <StrictMode>
      <App playground={playground} embed={embed} />
    </StrictMode>,
  );
}

// Before anything says a word. Not awaited at the top of the module: a language's chunk imports from
// this one, and the two would wait for each other.
void speakFirst(location.search).then(start);
