import { useStore } from 'zustand';
import { usePlayground } from '../basics/context';
import type { ArticleSymbol } from './symbols';

/** The present value of a symbol; drawn again only when its words are others. */
export function useValue(symbol: ArticleSymbol): string {
  return useStore(usePlayground().store, symbol.value);
}
