import { hintedAt, showHint, shownHint } from './hint';

/** How long something is pointed at before it says what it is, in ms. */
const PATIENCE = 250;
/** How long a hint stays once the pointer has left, so that the pointer can move onto it, in ms. */
const LINGER = 160;

/** Whether something lies within an open hint itself. */
const onHint = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="tooltip"]') !== null;

/**
 * Opens and closes the hints of a document: where a mouse rests, a key has moved the focus, or a finger
 * touches. An open one stays while the pointer is on it, and goes with Escape or a press elsewhere (WCAG 2.2,
 * 1.4.13). `wanted` is called whenever one may be needed.
 *
 * @returns what ends it.
 */
export function listenForHints(page: Document, wanted: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The element that a timer is about to open the hint of. */
  let awaited: HTMLElement | null = null;
  const rest = () => {
    clearTimeout(timer);
    timer = undefined;
    awaited = null;
  };
  const show = (anchor: HTMLElement | null) => {
    rest();
    showHint(anchor);
  };
  const leave = () => {
    const { anchor, held } = shownHint.getState();
    if (anchor !== null && !held) timer = setTimeout(show, LINGER, null);
  };
  const onOver = ({ target }: Event) => {
    const anchor = hintedAt(target);
    const open = shownHint.getState().anchor;
    if (anchor !== null) wanted();
    if ((anchor !== null && anchor === open) || (open !== null && onHint(target))) return rest();
    if (anchor !== null && anchor === awaited) return;
    rest();
    if (anchor === null) return leave();
    awaited = anchor;
    timer = setTimeout(show, PATIENCE, anchor);
  };
  const onOut = ({ relatedTarget, pointerType }: PointerEvent) => {
    // A lifted finger leaves what it has touched; whatever lies next to be pointed at says so itself.
    if (relatedTarget !== null || pointerType === 'touch') return;
    rest();
    leave();
  };
  const onDown = ({ target }: Event) => {
    const { anchor } = shownHint.getState();
    if (anchor !== null && hintedAt(target) !== anchor && !onHint(target)) show(null);
  };
  const onFocus = ({ target }: Event) => {
    const anchor = hintedAt(target);
    if (anchor === null || !(target as Element).matches(':focus-visible')) return;
    wanted();
    show(anchor);
  };
  const onBlur = ({ target }: Event) => {
    if (hintedAt(target) === shownHint.getState().anchor) show(null);
  };
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') show(null);
  };
  const listening = new AbortController();
  const options = { signal: listening.signal, passive: true };
  page.addEventListener('pointerover', onOver, options);
  page.addEventListener('pointerout', onOut, options);
  // A finger that scrolls has not asked for anything.
  page.addEventListener('pointercancel', rest, options);
  page.addEventListener('pointerdown', onDown, options);
  page.addEventListener('focusin', onFocus, options);
  page.addEventListener('focusout', onBlur, options);
  // In the capture phase: dialogs keep the key to themselves.
  page.addEventListener('keydown', onKey, { ...options, capture: true });
  return () => {
    listening.abort();
    show(null);
  };
}
