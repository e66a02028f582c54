import { createStore } from 'zustand/vanilla';

/** What an element carries that has a hint. */
export interface HintProps {
  readonly 'data-hint': string;
  readonly 'data-hint-title'?: string;
}

/** What an element says when it is pointed at, focused or touched, under a title where it needs one. */
export function hinted(text: string, title?: string): HintProps {
  return title === undefined
    ? { 'data-hint': text }
    : { 'data-hint': text, 'data-hint-title': title };
}

/** The element around `target`, or itself, that has a hint; null where there is none. */
export function hintedAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}

/** Whose hint is open: there is one at a time on the whole page. */
interface ShownHint {
  /** Null while none is. */
  readonly anchor: HTMLElement | null;
  /** It says news, and stays without being pointed at. */
  readonly held: boolean;
}

const NONE: ShownHint = { anchor: null, held: false };

export const shownHint = createStore<ShownHint>(() => NONE);

/** Opens the hint of an element, or with null closes the one that is open. */
export function showHint(anchor: HTMLElement | null): void {
  shownHint.setState(anchor === null ? NONE : { anchor, held: false });
}

/** Opens the hint of an element that has news, and keeps it open until `letGo`, a press elsewhere, or Escape. */
export function holdHint(anchor: HTMLElement): void {
  shownHint.setState({ anchor, held: true });
}

/** Ends `holdHint`: the hint stays only where it would be open anyway. */
export function letGo(anchor: HTMLElement): void {
  const shown = shownHint.getState();
  if (shown.anchor !== anchor || !shown.held) return;
  showHint(anchor.matches(':hover, :focus-visible') ? anchor : null);
}
