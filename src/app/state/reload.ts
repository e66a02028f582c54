import type { Playground } from './playground';
import { shareMoment } from './url-sync';

/** Loads the page anew, the newest that there is, from the address of this very moment. */
export async function reloadNewest(playground: Playground): Promise<void> {
  playground.keep();
  const { model } = playground;
  history.replaceState(null, '', shareMoment(model, location.href, model.step));
  try {
    await (await import('../../worker/offline/client')).wantNewest();
  } catch {
    // Without a network there is nothing newer than what is here.
  }
  location.reload();
}

/** Loads the page anew from the server, past what is kept in the browser, where the server can be reached. */
export async function reloadFromServer(): Promise<void> {
  try {
    const found = await navigator.serviceWorker.getRegistration();
    const { ok } = await fetch('./', { cache: 'no-store', method: 'HEAD' });
    if (ok) await found?.unregister();
  } catch {
    // Then what is kept is all there is.
  }
  location.reload();
}
