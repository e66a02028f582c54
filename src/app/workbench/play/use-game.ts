import { useStore } from 'zustand';
import { usePlayground } from '../../context';
import { type Game, type GameState, gameOf } from './game';

/** The game of this page. */
export function useGame(): Game {
  return gameOf(usePlayground());
}

/** A part of it; the component is drawn again when that part is another. */
export function useGameState<T>(select: (state: GameState) => T): T {
  return useStore(useGame().store, select);
}
