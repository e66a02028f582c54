import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { type Region, regionOf } from '../../../data/edits';
import { ACTIONS } from '../../../mdp/types';
import { data } from '../../../texts/data';
import { formatSeen } from '../../../texts/format';
import { type Scene, useScheme } from '../../basics/context';
import { drawMap } from '../../map/draw';
import { type Drawing, keepDrawing } from '../../map/drawings';
import type { Placement } from '../../map/geometry';
import type { PaintInputs } from '../../map/paint';
import { parseColor } from '../../map/scales';
import { PALETTES } from '../../theme/palette';
import type { Room } from '../Bench';
import { MapSurface, type Surface } from '../MapSurface';
import { MOVES } from '../moves';
import { drawEpisode, type Way } from '../replay/draw-episode';
import type { Player } from '../replay/player';
import { type Look, valuesOf } from './layers';
import {
  anchorTurned,
  cursorMoved,
  type Marking,
  markedRegion,
  markingBegun,
  markingLed,
} from './marking';
import { sayAction, sayRegion } from './words';

interface DataMapProps {
  readonly scene: Scene;
  readonly room: Room;
  readonly look: Look;
  readonly marking: Marking;
  readonly onMark: (marking: Marking) => void;
  /** Region of the edit that is pointed at, outlined. */
  readonly pointed: Region | null;
  /** The episode that is replayed, and who plays it. */
  readonly way: Way | null;
  readonly player: Player;
  /** Erases all data of what is marked. */
  readonly onErase: () => void;
  readonly onSay: (sentence: string) => void;
}

/** «Row 2, column 3: up seen 4 times, …» */
function sayCell({ grid, problem }: Scene, cell: number): string {
  const t = data();
  const place = [Math.floor(cell / grid.columns) + 1, (cell % grid.columns) + 1] as const;
  const state = grid.stateOfCell[cell];
  if (state < 0) return t.wall(...place);
  if (grid.mdp.terminal[state]) return t.endsHere(...place);
  return t.cell(
    ...place,
    ACTIONS.map((action, a) => ({
      action: sayAction(action),
      seen: formatSeen(problem.counts[state * 4 + a]),
    })),
  );
}

function outline(
  { ctx, placement, dpr }: Surface,
  { top, left, bottom, right }: Region,
  [ink, halo]: readonly [string, string],
  dashed: boolean,
): void {
  const { x, y, rows, columns } = placement;
  if (top >= rows || left >= columns) return;
  const width = Math.max(1.5 * dpr, Math.min(3 * dpr, placement.cell * 0.08));
  const from = [x[left] + width, y[top] + width] as const;
  const size = [
    x[Math.min(right, columns - 1) + 1] - from[0] - width,
    y[Math.min(bottom, rows - 1) + 1] - from[1] - width,
  ] as const;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = halo;
  ctx.lineWidth = width * 2.2;
  ctx.strokeRect(...from, ...size);
  ctx.setLineDash(dashed ? [width * 3, width * 2] : []);
  ctx.strokeStyle = ink;
  ctx.lineWidth = width;
  ctx.strokeRect(...from, ...size);
  ctx.setLineDash([]);
}

/** The data on its map, to be marked by dragging or by keys. */
export function DataMap(props: DataMapProps) {
  const t = data();
  const { scene, room, look, marking, pointed, way, onMark } = props;
  const at = useStore(props.player.store, (state) => state.at);
  const scheme = useScheme();
  const { grid, problem } = scene;
  const { rows, columns } = grid;
  const inputs = useMemo(
    (): PaintInputs => ({
      grid,
      layer: look.fill === 'pairs' ? 'counts' : 'occupancy',
      values: valuesOf(scene, look),
      counts: problem.counts,
      ranges: scene.ranges,
      hue: parseColor(PALETTES[scheme].ink),
      scheme,
      consults: 'everything',
    }),
    [scene, grid, problem, look, scheme],
  );
  // Thousands of triangles are painted once; marking and replaying draw on a copy of the picture.
  const painted = useRef<{
    readonly canvas: HTMLCanvasElement;
    inputs: PaintInputs | null;
    placement: Placement | null;
  } | null>(null);
  const region = markedRegion(marking, columns);

  const draw = useCallback(
    (surface: Surface) => {
      const { ctx, placement, dpr, keyed, hovered } = surface;
      painted.current ??= {
        canvas: document.createElement('canvas'),
        inputs: null,
        placement: null,
      };
      const base = painted.current;
      if (base.inputs !== inputs || base.placement !== placement) {
        base.canvas.width = placement.width;
        base.canvas.height = placement.height;
        const pen = base.canvas.getContext('2d');
        if (!pen) return;
        const paint: Drawing = (to) =>
          drawMap(to, placement, inputs, { arrows: look.arrows !== 'none', dpr });
        paint(pen);
        keepDrawing(base.canvas, paint);
        base.inputs = inputs;
        base.placement = placement;
      }
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.drawImage(base.canvas, 0, 0);
      const { ink, halo } = PALETTES[scheme];
      if (way) drawEpisode(ctx, { placement, grid, scheme, dpr }, way, at);
      if (pointed) outline(surface, pointed, [ink, halo], true);
      const cell = keyed ? marking.cursor : hovered;
      if (cell !== null) {
        const spot = { row: Math.floor(cell / columns), column: cell % columns };
        outline(surface, regionOf(spot, spot), [ink, halo], true);
      }
      const marked = markedRegion(marking, columns);
      if (marked) {
        const { x, y } = placement;
        ctx.fillStyle = ink;
        ctx.globalAlpha = 0.09;
        ctx.fillRect(
          x[marked.left],
          y[marked.top],
          x[marked.right + 1] - x[marked.left],
          y[marked.bottom + 1] - y[marked.top],
        );
        ctx.globalAlpha = 1;
        outline(surface, marked, [ink, halo], false);
      }
    },
    [inputs, look.arrows, scheme, way, at, grid, pointed, marking, columns],
  );

  const onKey = (event: KeyboardEvent): boolean => {
    const by = MOVES[event.key];
    if (by) {
      const next = cursorMoved(marking, { rows, columns }, by, event.shiftKey);
      onMark(next);
      const marked = markedRegion(next, columns);
      const more = event.shiftKey || next.anchored;
      props.onSay(
        sayCell(scene, next.cursor) + (more && marked ? ` ${t.marked(sayRegion(marked))}` : ''),
      );
    } else if (event.key === 'Enter' || event.key === ' ') {
      const next = anchorTurned(marking);
      onMark(next);
      props.onSay(next.anchored ? `${t.anchored} ${sayCell(scene, next.cursor)}` : t.markingEnded);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && region) props.onErase();
    else if (event.key === 'Escape' && region) {
      onMark({ ...marking, corners: null, anchored: false });
      props.onSay(t.nothingMarked);
    } else return false;
    return true;
  };

  return (
    <MapSurface
      room={room}
      rows={rows}
      columns={columns}
      label={t.map(rows, columns)}
      busy={region !== null}
      reaches={() => true}
      draw={draw}
      onBegin={(cell) => onMark(markingBegun(cell))}
      onMove={(cell) => onMark(markingLed(marking, cell))}
      onEnd={() => region && props.onSay(t.marked(sayRegion(region)))}
      onGiveUp={() => onMark({ ...marking, corners: null, anchored: false })}
      onKey={onKey}
      onArrive={() => props.onSay(sayCell(scene, marking.cursor))}
    />
  );
}
