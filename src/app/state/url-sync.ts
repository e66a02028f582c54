import type { StoreApi } from 'zustand/vanilla';
import { SCENARIOS } from '../../experiment/scenarios';
import { decodeLink, EDITION_NOTICE } from '../../experiment/settings/link';
import { encodeMoment, type Moment } from '../../experiment/settings/moment';
import { resolveSettings } from '../../experiment/settings/parse';
import { changedKeys } from '../../experiment/settings/scope';
import { encodeHash } from '../../experiment/settings/url';
import type { LiveEdit, Notice, Settings } from '../../experiment/types';
import { notices as texts } from '../../texts/notices';
import { type Model, stepShown } from './model';

/** What a hash says, or only what is wrong with it. */
export interface ReadLink {
  readonly link: {
    readonly settings: Settings;
    readonly edits: readonly LiveEdit[];
    readonly moment: Moment;
  } | null;
  readonly notices: readonly Notice[];
}

/** Whether a hash names a scenario that there is. */
function namesScenario(hash: string): boolean {
  return SCENARIOS.some(({ id }) => hash.replace(/^#/, '').split('&').includes(`scenario=${id}`));
}

/**
 * Reads a link that is opened over a page in use. One of which nothing can be read must not cost the
 * user what is there: then `link` is null and one notice says why. An empty hash is the default page.
 */
export function readLink(hash: string): ReadLink {
  const { settings, edits, moment, notices, text } = decodeLink(hash);
  const faults = notices.filter(({ key }) => key !== EDITION_NOTICE);
  const saysNothing =
    faults.length > 0 &&
    edits.length === 0 &&
    !namesScenario(text) &&
    changedKeys(resolveSettings({}).settings, settings).length === 0;
  if (!saysNothing) return { link: { settings, edits, moment }, notices };
  const message = texts().linkRefused(hash.slice(0, 60), faults[0].message);
  return { link: null, notices: [{ key: 'link', message }] };
}

/** What a browser says of an address whose hash the user has changed. */
export type HashChange = Pick<HashChangeEvent, 'newURL'>;

/** The part of a window that keeps the address. */
export interface AddressBar {
  readonly location: { readonly hash: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  addEventListener(type: 'hashchange', listener: (change: HashChange) => void): void;
  removeEventListener(type: 'hashchange', listener: (change: HashChange) => void): void;
}

/** Milliseconds of quiet before the address is written; browsers refuse hundreds of changes a minute. */
const WRITE_AFTER = 250;

/**
 * Keeps the address and the page in step: changes of the settings are written into the hash, a hash
 * that the user changes is opened. Returns a function that ends it.
 */
export function syncUrl(
  store: Pick<StoreApi<Model>, 'getState' | 'subscribe'>,
  open: (hash: string) => void,
  bar: AddressBar,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const hashOf = ({ base, edits }: Model) => encodeHash(base, edits);
  const write = () => {
    timer = null;
    const hash = hashOf(store.getState());
    if (bar.location.hash !== hash) bar.history.replaceState(null, '', hash);
  };
  const schedule = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER);
  };
  const unsubscribe = store.subscribe((model, before) => {
    if (model.base !== before.base || model.edits !== before.edits) schedule();
  });
  const listen = ({ newURL }: HashChange) => {
    // The address may have been written since: a browser tells of a change only after what was due before.
    const { hash } = new URL(newURL);
    if (hash === hashOf(store.getState())) return;
    open(hash);
    // A link that was put right is written as what it now means.
    schedule();
  };
  bar.addEventListener('hashchange', listen);
  schedule();
  return () => {
    unsubscribe();
    bar.removeEventListener('hashchange', listen);
    if (timer !== null) clearTimeout(timer);
  };
}

/** The address of the page in its present state, for sharing. */
export function shareUrl(model: Model, address: string): string {
  return `${address.split('#', 1)[0]}${encodeHash(model.base, model.edits)}`;
}

/** As `shareUrl`, with what was predicted and a training step: that of what is shown, unless another is said. */
export function shareMoment(model: Model, address: string, step = stepShown(model)): string {
  const moment = { at: step, guess: model.prediction.chosen };
  return `${shareUrl(model, address)}${encodeMoment(moment)}`;
}
