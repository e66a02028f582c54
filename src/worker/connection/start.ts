import type { WorkerLike } from './connect';

/**
 * The program of a worker that only imports the one at `address`, and hands it what came meanwhile. No
 * module worker: Chromium starts none from a blob without an origin.
 */
function importing(address: string): string {
  return `
    const early = [];
    const keep = (event) => early.push(event);
    addEventListener('message', keep);
    import(${JSON.stringify(address)}).then(
      () => {
        removeEventListener('message', keep);
        for (const event of early) onmessage(event);
      },
      (error) => setTimeout(() => { throw error; }),
    );`;
}

/**
 * Starts the worker at an address of the page. In a frame that a `sandbox` has taken its origin from, no
 * address is the page's own: there a worker is made that only imports the real one, which needs a server
 * that lets anybody read its scripts, as the page itself then did.
 */
export function startWorker<C, R>(address: string): WorkerLike<C, R> {
  if (self.origin !== 'null') return new Worker(address, { type: 'module' });
  const main = importing(new URL(address, document.baseURI).href);
  return new Worker(URL.createObjectURL(new Blob([main], { type: 'text/javascript' })));
}
