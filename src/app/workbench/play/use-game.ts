import { hooksOf } from '../stored';
import { gameOf } from './game';

/** The game of this page, and a part of it. */
export const [useGame, useGameState] = hooksOf(gameOf);
