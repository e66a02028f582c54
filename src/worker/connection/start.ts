import type { WorkerLike } from './connect';

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** Programs of workers come from where the page does, or were made by it. */
const workers = trustedTypes?.createPolicy('offgrid-worker', {
  createScriptURL(address) {
    const { origin } = new URL(address, self.location.href);
    if (origin !== self.origin)
      throw new TypeError('A worker’s program comes from the page’s own origin.');
    return address;
  },
});

/** An address that may become a worker, in a page that demands trusted types. Throws TypeError on others. */
export const workerAddress = (address: string): string =>
  workers ? workers.createScriptURL(address) : address;

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
  if (self.origin !== 'null') return new Worker(workerAddress(address), { type: 'module' });
  const main = importing(new URL(address, document.baseURI).href);
  const blob = URL.createObjectURL(new Blob([main], { type: 'text/javascript' }));
  return new Worker(workerAddress(blob));
}
