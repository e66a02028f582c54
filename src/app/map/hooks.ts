import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** Size of an element's content box in CSS pixels, null before it is known. */
export function useSize<T extends HTMLElement>(): [
  RefObject<T | null>,
  { width: number; height: number } | null,
] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watcher = new ResizeObserver((entries) => {
      const { width, height } = entries[entries.length - 1].contentRect;
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return [ref, size];
}

function watch(query: string): [(notify: () => void) => () => void, () => boolean] {
  return [
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  ];
}

const [watchMotion, readMotion] = watch('(prefers-reduced-motion: reduce)');

/** Whether the reader asked for less motion. */
export function useStillness(): boolean {
  return useSyncExternalStore(watchMotion, readMotion, () => false);
}

function watchRatio(notify: () => void): () => void {
  // A query holds for one ratio only, so each change needs the next query.
  let list: MediaQueryList;
  const change = () => {
    list.removeEventListener('change', change);
    subscribe();
    notify();
  };
  const subscribe = () => {
    list = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    list.addEventListener('change', change);
  };
  subscribe();
  return () => list.removeEventListener('change', change);
}

/** Device pixels in a CSS pixel; follows zooming and moving between screens. */
export function useDevicePixelRatio(): number {
  return useSyncExternalStore(
    watchRatio,
    () => window.devicePixelRatio || 1,
    () => 1,
  );
}
