import { flushSync } from 'react-dom';

const watchers = new Set<() => void>();
let printing = false;

const SCHEME = 'mantineColorScheme';
let scheme: string | undefined;

function set(now: boolean): void {
  if (now === printing) return;
  printing = now;
  // The library's own colours follow this attribute.
  const { dataset } = document.documentElement;
  if (now) {
    scheme = dataset[SCHEME];
    dataset[SCHEME] = 'light';
  } else if (scheme !== undefined) dataset[SCHEME] = scheme;
  // What is printed is what stands there when this event has been answered.
  flushSync(() => {
    for (const notify of watchers) notify();
  });
}

/** Tells of the beginning and the end of printing; gives the function that ends it. */
export function watchPrinting(notify: () => void): () => void {
  if (watchers.size === 0) {
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    paper().addEventListener('change', follow);
  }
  watchers.add(notify);
  return () => {
    watchers.delete(notify);
    if (watchers.size > 0) return;
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    paper().removeEventListener('change', follow);
  };
}

/** Whether the page is being printed, or shown as it would be. */
export function isPrinting(): boolean {
  return printing;
}

let query: MediaQueryList | null = null;
const paper = () => {
  query ??= window.matchMedia('print');
  return query;
};
const begin = () => set(true);
const end = () => set(paper().matches);
const follow = () => set(paper().matches);
