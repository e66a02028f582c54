import { type KeyboardEvent, useCallback } from 'react';
import { behavior } from '../../../texts/behavior';
import { type Scene, useModel, useScene, useScheme } from '../../basics/context';
import { byKey } from '../../basics/keys';
import { drawArrowsOf } from '../../map/arrows';
import { boxOf } from '../../map/geometry';
import { drawPlaces } from '../../map/places';
import { kindsOf } from '../../state/grid';
import { PALETTES } from '../../theme/palette';
import type { Room } from '../Bench';
import { MapSurface, type Surface } from '../MapSurface';
import { MOVES } from '../moves';
import { boldLine, drawSketch, frame, LETTERED } from '../world/sketch';
import { actionOfKey, type PaintDraft, usesPainting } from './paint-draft';
import { actingCells, keyOfCell, type Painting, percentsOf } from './painting';
import { usePaintDraft, usePaintState } from './use-paint-draft';

/** Side in CSS pixels of the largest cell that a painted arrow fills: here it is the matter itself. */
const LARGEST_ARROW = 64;

/** Strength of the arrows of a behaviour that is not the painted one. */
const BEHIND = 0.34;

/** Percent that a key with Shift makes an action more likely. */
const LEAN = 10;

const ARROWS = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'];

/** What a key does on the map; false for keys that do nothing here. */
function press(draft: PaintDraft, event: KeyboardEvent): boolean {
  const { brush, stroke } = draft.state;
  const move = MOVES[event.key];
  const action = byKey(event, actionOfKey) ?? null;
  const leaning = event.shiftKey ? ARROWS.indexOf(event.key) : -1;
  if (leaning >= 0) draft.lean(leaning, LEAN);
  else if (move) draft.step(move[0], move[1]);
  else if (action !== null) draft.paintCursor(action);
  else if (event.key === 'Enter' || event.key === ' ') draft.paintCursor(brush);
  else if (event.key === 'Delete' || event.key === 'Backspace') draft.paintCursor('erase');
  else if (event.key === 'Escape' && stroke) draft.giveUp();
  else return false;
  return true;
}

function drawPainting(
  { ctx, placement, dpr }: Surface,
  painting: Painting,
  map: readonly string[],
  look: { readonly scheme: 'light' | 'dark'; readonly tint: string; readonly scene: Scene | null },
): void {
  const palette = PALETTES[look.scheme];
  const cells = actingCells(map).flatMap((acts, cell) => (acts ? [cell] : []));
  const weightsOf = (cell: number) => painting.get(keyOfCell(cell, placement.columns));
  ctx.fillStyle = look.tint;
  for (const cell of cells) {
    if (weightsOf(cell) === undefined) continue;
    const box = boxOf(placement, cell);
    ctx.fillRect(box.x + dpr, box.y + dpr, box.width - 2 * dpr, box.height - 2 * dpr);
  }
  // Over what was filled: the letters of starts, which arrows leave room for.
  drawPlaces(ctx, placement, kindsOf(map), palette, placement.cell >= LETTERED * dpr, true, dpr);
  for (const cell of cells) {
    const weights = weightsOf(cell);
    const state = look.scene?.grid.stateOfCell[cell] ?? -1;
    const row = weights
      ? percentsOf(weights).map((percent) => percent / 100)
      : look.scene?.problem.behaviorPolicy.subarray(state * 4, state * 4 + 4);
    if (row === undefined || (!weights && state < 0)) continue;
    const fade = weights ? 1 : BEHIND;
    drawArrowsOf(ctx, placement, cell, row, { palette, dpr, fade, largest: LARGEST_ARROW });
  }
}

/** The map to paint a policy on: by mouse, touch and keyboard. */
export function PaintMap({ room }: { readonly room: Room }) {
  const draft = usePaintDraft();
  const scheme = useScheme();
  const map = usePaintState((state) => state.map);
  const painting = usePaintState((state) => state.drawn);
  const cursor = usePaintState((state) => state.cursor);
  const stroke = usePaintState((state) => state.stroke);
  const runId = useModel((model) => model.runId);
  const painted = useModel(({ settings }) => usesPainting(settings));
  const scene = useScene();
  // Behind what is painted the behaviour that really collects, where that is another one.
  const behind = !painted && scene?.problem.runId === runId ? scene : null;
  const draw = useCallback(
    (surface: Surface) => {
      const { ctx, placement, dpr, element, keyed, hovered } = surface;
      drawSketch(ctx, placement, {
        drawing: map,
        scheme,
        dpr,
        marked: [],
        warning: '',
        chosen: [],
        at: keyed ? null : hovered,
      });
      const tint = getComputedStyle(element).getPropertyValue('--track');
      drawPainting(surface, painting, map, { scheme, tint, scene: behind });
      const palette = PALETTES[scheme];
      const width = boldLine(placement, dpr) * (keyed ? 1 : 0.7);
      frame(ctx, placement, cursor, cursor, [palette.ink, palette.halo], width);
    },
    [map, painting, cursor, scheme, behind],
  );
  return (
    <MapSurface
      room={room}
      rows={map.length}
      columns={map[0].length}
      label={behavior().map(map.length, map[0].length)}
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
