import { type KeyboardEvent, useCallback } from 'react';
import { play } from '../../../texts/play';
import { useScheme } from '../../basics/context';
import { centerOf } from '../../map/geometry';
import { adjacent } from '../../map/walk';
import { PALETTES } from '../../theme/palette';
import type { Room } from '../Bench';
import { MapSurface, type Surface } from '../MapSurface';
import { drawSketch } from '../world/sketch';
import type { Episode } from './episode';
import type { Game } from './game';
import { useGame, useGameState } from './use-game';

const ARROWS = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'];
/** By where they lie, whatever they type: W, D, S, A on an English keyboard, Z, D, S, Q on a French one. */
const PLACES = ['KeyW', 'KeyD', 'KeyS', 'KeyA'];

/** What a key does; false for keys that do nothing here. */
function press(game: Game, event: KeyboardEvent): boolean {
  const arrow = ARROWS.indexOf(event.key);
  const action = arrow >= 0 ? arrow : PLACES.indexOf(event.code);
  if (action >= 0) game.act(action);
  else if (event.key === 'Enter') game.begin();
  else return false;
  return true;
}

function drawEpisode(
  { ctx, placement, dpr, element }: Surface,
  cells: Int32Array,
  path: readonly number[],
  halo: string,
): void {
  const color = getComputedStyle(element).getPropertyValue('--ink');
  const radius = Math.max(3 * dpr, Math.min(13 * dpr, placement.cell * 0.24));
  const grid = { cells, columns: placement.columns };
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = color;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = radius * 0.5;
  ctx.beginPath();
  path.forEach((state, step) => {
    const { x, y } = centerOf(placement, cells[state]);
    // From a cliff back to a start nobody walks.
    if (step > 0 && adjacent(grid, path[step - 1], state)) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  });
  ctx.stroke();
  ctx.globalAlpha = 1;
  const { x, y } = centerOf(placement, cells[path[path.length - 1]]);
  ctx.fillStyle = color;
  ctx.strokeStyle = halo;
  ctx.lineWidth = Math.max(1.5 * dpr, radius * 0.3);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
}

interface PlayMapProps {
  readonly room: Room;
  /** The episode on show up to some step, null for none. */
  readonly episode: Episode | null;
  readonly steps: number;
}

/** The world with the agent in it, driven by keys, by clicks beside it, or by buttons under it. */
export function PlayMap({ room, episode, steps }: PlayMapProps) {
  const game = useGame();
  const mdp = useGameState((state) => state.mdp);
  const scheme = useScheme();
  const { map } = mdp.world;
  const draw = useCallback(
    (surface: Surface) => {
      const { ctx, placement, dpr } = surface;
      drawSketch(ctx, placement, {
        drawing: map,
        scheme,
        dpr,
        marked: [],
        warning: '',
        chosen: [],
        at: null,
      });
      if (episode === null) return;
      drawEpisode(surface, mdp.cells, episode.path.slice(0, steps + 1), PALETTES[scheme].halo);
    },
    [map, mdp, scheme, episode, steps],
  );
  /** The action that leads from the agent towards a cell. */
  const towards = (cell: number) => {
    const { current } = game.state;
    if (current === null) return;
    const here = mdp.cells[current.path[current.path.length - 1]];
    const down = Math.floor(cell / mdp.columns) - Math.floor(here / mdp.columns);
    const right = (cell % mdp.columns) - (here % mdp.columns);
    if (down === 0 && right === 0) return;
    if (Math.abs(down) > Math.abs(right)) game.act(down > 0 ? 2 : 0);
    else game.act(right > 0 ? 1 : 3);
  };
  return (
    <MapSurface
      room={room}
      rows={mdp.rows}
      columns={mdp.columns}
      label={play().map(mdp.rows, mdp.columns)}
      busy={false}
      draw={draw}
      onBegin={(cell) => towards(cell)}
      onMove={() => {}}
      onEnd={() => {}}
      onGiveUp={() => {}}
      onKey={(event) => press(game, event)}
      onArrive={() => {}}
    />
  );
}
