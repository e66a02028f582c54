import { type KeyboardEvent, useCallback } from 'react';
import { world } from '../../../texts/world';
import { useScheme } from '../../basics/context';
import { byKey } from '../../basics/keys';
import type { Room } from '../Bench';
import { MapSurface, type Surface } from '../MapSurface';
import { MOVES } from '../moves';
import type { Draft } from './draft';
import { columnsOf, rectangleBetween } from './drawing';
import { signOfKey } from './signs';
import { drawSketch } from './sketch';
import { useDraft, useDraftState } from './use-draft';

/** What a key does on the map; false for keys that do nothing here. */
function press(draft: Draft, event: KeyboardEvent): boolean {
  const { anchor, editor } = draft.state;
  const move = MOVES[event.key];
  const sign = byKey(event, signOfKey) ?? null;
  if (move) draft.step(move[0], move[1], event.shiftKey);
  else if (sign !== null) draft.paint(sign);
  else if (event.key === 'Enter' || event.key === ' ') draft.paint();
  else if (event.key === 'Delete' || event.key === 'Backspace') draft.paint('.');
  else if (event.key === 'Escape' && editor.stroke) draft.giveUp();
  else if (event.key === 'Escape' && anchor !== null) draft.unmark();
  else return false;
  return true;
}

/** The map to draw on: by mouse, touch and keyboard. */
export function EditorMap({ room }: { readonly room: Room }) {
  const draft = useDraft();
  const scheme = useScheme();
  const { drawing, stroke } = useDraftState(({ editor }) => editor);
  const findings = useDraftState((state) => state.findings);
  const cursor = useDraftState((state) => state.cursor);
  const anchor = useDraftState((state) => state.anchor);
  const rows = drawing.length;
  const columns = columnsOf(drawing);
  const draw = useCallback(
    ({ ctx, placement, dpr, element, keyed, hovered }: Surface) =>
      drawSketch(ctx, placement, {
        drawing,
        scheme,
        dpr,
        marked: findings.flatMap(({ cells }) => cells),
        warning: getComputedStyle(element).getPropertyValue('--warn'),
        chosen: keyed && anchor !== null ? rectangleBetween(columns, anchor, cursor) : [],
        at: keyed ? cursor : hovered,
      }),
    [drawing, scheme, findings, anchor, cursor, columns],
  );
  return (
    <MapSurface
      room={room}
      rows={rows}
      columns={columns}
      label={world().map(rows, columns)}
      busy={stroke !== null || anchor !== null}
      reaches={() => draft.state.editor.stroke?.shape === 'rectangle'}
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
