import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { article } from '../../texts/article';
import { type ShownSymbol, shownSymbol } from './shown';
import { type ArticleSymbol, requireSymbol } from './symbols';
import styles from './symbols.module.css';
import { elementsAt, goToPlace } from './travel';
import { useValue } from './value';

const WIDTH = 290;
const GAP = 8;
/** How long the card stays once the pointer has left, so that the pointer can move onto it. */
const LINGER = 160;

/** Outlines the place of a symbol on the page while its card is open. */
function useLitPlace({ places }: ArticleSymbol): void {
  useEffect(() => {
    const lit = elementsAt(places);
    for (const element of lit) element.setAttribute('data-lit', '');
    return () => {
      for (const element of lit) element.removeAttribute('data-lit');
    };
  }, [places]);
}

function Card({
  shown,
  root,
  onGo,
}: {
  readonly shown: ShownSymbol;
  readonly root: HTMLElement;
  readonly onGo: (symbol: ArticleSymbol) => void;
}) {
  const symbol = requireSymbol(shown.key);
  const value = useValue(symbol);
  const card = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<{ left: number; top: number } | null>(null);
  useLitPlace(symbol);
  useLayoutEffect(() => {
    const mark = shown.anchor.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    const height = card.current?.offsetHeight ?? 0;
    const below = mark.bottom + GAP + height <= window.innerHeight || mark.top < height + GAP;
    const left = Math.min(mark.left - 12, window.innerWidth - WIDTH - 12);
    setSpot({
      left: Math.max(12, left) - frame.left,
      top: (below ? mark.bottom + GAP : mark.top - GAP - height) - frame.top,
    });
  }, [shown, root]);
  return (
    <div
      ref={card}
      id="symbol-card"
      role="tooltip"
      className={styles.card}
      style={{ width: WIDTH, ...(spot ?? { left: 0, top: 0, visibility: 'hidden' }) }}
      data-card
    >
      <p className={styles.cardTitle}>
        {symbol.glyph && <span className={styles.glyph}>{symbol.glyph}</span>} {symbol.name}
      </p>
      <p className={styles.cardValue}>{value}</p>
      <p className={styles.cardText}>{symbol.meaning}</p>
      {shown.touched ? (
        <button type="button" className={styles.cardButton} onClick={() => onGo(symbol)}>
          {article().show(symbol.where)}
        </button>
      ) : (
        <p className={styles.cardWhere}>{article().click(symbol.where)}</p>
      )}
    </div>
  );
}

/** The mark in the text that belongs to an element: in a formula, the symbol that its button is for. */
function anchorFor(element: Element): Element {
  const key = element.getAttribute('data-symbol') ?? '';
  if (!element.classList.contains('visually-hidden')) return element;
  const marks = element
    .closest('[data-formula]')
    ?.querySelectorAll('.katex-html [data-symbol], math [data-symbol]');
  return [...(marks ?? [])].find((mark) => mark.getAttribute('data-symbol') === key) ?? element;
}

const markOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('[data-symbol]') : null;

/**
 * Explains the symbols inside of `root` as they are pointed at, focused or touched; `onLeave` where the way to
 * the place of one leads out of something that lies over the page.
 */
export function SymbolCard({
  root,
  onLeave,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly onLeave?: () => void;
}) {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const go = useCallback((symbol: ArticleSymbol) => {
    leave.current?.();
    goToPlace(symbol);
  }, []);
  const shown = useStore(shownSymbol, (state) => state.shown);
  useEffect(() => {
    const frame = root.current;
    if (frame === null) return;
    let closing: ReturnType<typeof setTimeout> | undefined;
    let pointer = 'mouse';
    const close = () => {
      clearTimeout(closing);
      shownSymbol.setState({ shown: null });
    };
    const show = (element: Element, touched: boolean) => {
      clearTimeout(closing);
      const anchor = anchorFor(element);
      const key = element.getAttribute('data-symbol') ?? '';
      const now = shownSymbol.getState().shown;
      if (now?.anchor === anchor && now.touched === touched) return;
      shownSymbol.setState({ shown: { key, anchor, touched } });
    };
    const onOver = (event: PointerEvent) => {
      pointer = event.pointerType;
      const mark = markOf(event.target);
      if (mark && pointer === 'mouse') show(mark, false);
      else if (event.target instanceof Element && event.target.closest('[data-card]'))
        clearTimeout(closing);
    };
    const onOut = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || shownSymbol.getState().shown === null) return;
      clearTimeout(closing);
      closing = setTimeout(close, LINGER);
    };
    const onDown = (event: PointerEvent) => {
      pointer = event.pointerType;
      const inside = event.target instanceof Element && event.target.closest('[data-card]');
      if (!inside && !markOf(event.target)) close();
    };
    const onFocus = (event: FocusEvent) => {
      const mark = markOf(event.target);
      if (mark === null || !(event.target as Element).matches(':focus-visible')) return;
      pointer = 'keyboard';
      const anchor = anchorFor(mark);
      anchor.setAttribute('data-focused', '');
      mark.setAttribute('aria-describedby', 'symbol-card');
      show(mark, false);
    };
    const onBlur = (event: FocusEvent) => {
      const mark = markOf(event.target);
      if (mark === null) return;
      anchorFor(mark).removeAttribute('data-focused');
      mark.removeAttribute('aria-describedby');
      if (pointer === 'keyboard') close();
    };
    const onClick = (event: MouseEvent) => {
      const mark = markOf(event.target);
      if (mark === null) return;
      if (pointer === 'mouse' || event.detail === 0)
        go(requireSymbol(mark.getAttribute('data-symbol') ?? ''));
      else show(mark, true);
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    const listeners = [
      ['pointerover', onOver],
      ['pointerout', onOut],
      ['focusin', onFocus],
      ['focusout', onBlur],
      ['click', onClick],
    ] as const;
    for (const [type, listener] of listeners)
      frame.addEventListener(type, listener as EventListener);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('keydown', onKey);
    return () => {
      close();
      for (const [type, listener] of listeners)
        frame.removeEventListener(type, listener as EventListener);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('keydown', onKey);
    };
  }, [root, go]);
  // Another text may have symbols of its own on the page.
  if (shown === null || !root.current?.contains(shown.anchor)) return null;
  return <Card key={shown.key} shown={shown} root={root.current} onGo={go} />;
}
