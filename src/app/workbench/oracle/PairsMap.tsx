import { type KeyboardEvent, useCallback } from 'react';
import { ACTION_COUNT } from '../../../mdp/types';
import { oracle } from '../../../texts/oracle';
import { useScheme } from '../../basics/context';
import { byKey } from '../../basics/keys';
import { boxOf, triangleOf } from '../../map/geometry';
import { PALETTES } from '../../theme/palette';
import type { Room } from '../Bench';
import { actionOfKey } from '../behavior/paint-draft';
import { actingCells, keyOfCell } from '../behavior/painting';
import { MapSurface, type Surface } from '../MapSurface';
import { MOVES } from '../moves';
import { boldLine, drawSketch, frame } from '../world/sketch';
import type { PaintedPairs } from './pairs';
import type { PairsDraft } from './pairs-draft';
import { usePairsDraft, usePairsState } from './use-pairs-draft';

/** What a key does on the map; false for keys that do nothing here. */
function press(draft: PairsDraft, event: KeyboardEvent): boolean {
  const { brush, stroke } = draft.state;
  const move = MOVES[event.key];
  const action = byKey(event, actionOfKey) ?? null;
  if (move) draft.step(move[0], move[1]);
  else if (action !== null) draft.toggle(action);
  else if (event.key === 'Enter' || event.key === ' ') draft.paintCursor(brush);
  else if (event.key === 'Delete' || event.key === 'Backspace') draft.paintCursor('erase');
  else if (event.key === 'Escape' && stroke) draft.giveUp();
  else return false;
  return true;
}

function drawPairs(
  { ctx, placement, dpr }: Surface,
  pairs: PaintedPairs,
  map: readonly string[],
  scheme: 'light' | 'dark',
): void {
  const { ink, line } = PALETTES[scheme];
  actingCells(map).forEach((acts, cell) => {
    if (!acts) return;
    const actions = pairs.get(keyOfCell(cell, placement.columns)) ?? [];
    const box = boxOf(placement, cell);
    for (let action = 0; action < ACTION_COUNT; action++) {
      const [x1, y1, x2, y2, x3, y3] = triangleOf(box.x, box.y, box.width, action);
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.lineTo(x3, y3);
      ctx.closePath();
      if (actions.includes(action)) {
        ctx.globalAlpha = 0.55;
        ctx.fillStyle = ink;
        ctx.fill();
        ctx.globalAlpha = 1;
      }
      ctx.strokeStyle = line;
      ctx.lineWidth = Math.max(1, 0.6 * dpr);
      ctx.stroke();
    }
  });
}

/** The map on which pairs are painted that have the truth put in. */
export function PairsMap({ room }: { readonly room: Room }) {
  const draft = usePairsDraft();
  const scheme = useScheme();
  const pairs = usePairsState((state) => state.drawn);
  const map = usePairsState((state) => state.map);
  const cursor = usePairsState((state) => state.cursor);
  const stroke = usePairsState((state) => state.stroke);
  const draw = useCallback(
    (surface: Surface) => {
      const { ctx, placement, dpr, keyed, hovered } = surface;
      drawSketch(ctx, placement, {
        drawing: map,
        scheme,
        dpr,
        marked: [],
        warning: '',
        chosen: [],
        at: keyed ? null : hovered,
      });
      drawPairs(surface, pairs, map, scheme);
      const palette = PALETTES[scheme];
      const width = boldLine(placement, dpr) * (keyed ? 1 : 0.7);
      frame(ctx, placement, cursor, cursor, [palette.ink, palette.halo], width);
    },
    [map, pairs, cursor, scheme],
  );
  return (
    <MapSurface
      room={room}
      rows={map.length}
      columns={map[0].length}
      label={oracle().map(map.length, map[0].length)}
      busy={stroke !== null}
      reaches={() => draft.state.stroke?.shape === 'rectangle'}
      draw={draw}
      onBegin={(cell, shift) => draft.begin(cell, shift ? 'rectangle' : 'line')}
      onMove={(cell) => draft.move(cell)}
      onEnd={() => draft.end()}
      onGiveUp={() => draft.giveUp()}
      onKey={(event) => press(draft, event)}
      onArrive={() => draft.sayPlace()}
    />
  );
}
