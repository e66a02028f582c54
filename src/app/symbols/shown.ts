import { createStore } from 'zustand/vanilla';

/** The symbol that is explained at the moment, and the mark in the text that it hangs on. */
export interface ShownSymbol {
  readonly key: string;
  readonly anchor: Element;
  /** Chosen by touch: there is no hovering, so the card offers the way to its place as a button. */
  readonly touched: boolean;
}

/** Which symbol the card explains; null while none is pointed at. */
export const shownSymbol = createStore<{ readonly shown: ShownSymbol | null }>(() => ({
  shown: null,
}));

/** Where the reader was before the page was shown to them; null while they read. */
export const readingPlace = createStore<{ readonly top: number | null }>(() => ({ top: null }));
