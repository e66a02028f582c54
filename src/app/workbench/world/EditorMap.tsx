import {
  type KeyboardEvent,
  type PointerEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useScheme } from '../../context';
import { cellAt, placeCells } from '../../map/geometry';
import { useDevicePixelRatio } from '../../map/hooks';
import type { Room } from '../Bench';
import type { Draft } from './draft';
import { columnsOf, rectangleBetween } from './drawing';
import { signOfKey } from './signs';
import { drawSketch } from './sketch';
import { useDraft, useDraftState } from './use-draft';
import styles from './world.module.css';

/** Side in CSS pixels of the largest cell: a map of nine cells needs no whole screen. */
const LARGEST_CELL = 112;

/** Rows and columns that a key leads on by; as far as the map goes where it is far. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  Home: [0, -99],
  End: [0, 99],
  PageUp: [-99, 0],
  PageDown: [99, 0],
};

// An `application` takes the arrow keys, so it must take focus; the linter counts the role as inert.
const FOCUSABLE = { tabIndex: 0 };

/** What a key does on the map; false for keys that do nothing here. */
function press(draft: Draft, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { anchor, editor } = draft.state;
  const move = MOVES[event.key];
  const sign = signOfKey(event.key);
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
  const canvas = useRef<HTMLCanvasElement>(null);
  const pointer = useRef<number | null>(null);
  const [focused, setFocused] = useState(false);
  // The cursor shows while keys are used, not where a finger has been.
  const [keys, setKeys] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const dpr = useDevicePixelRatio();
  const rows = drawing.length;
  const columns = columnsOf(drawing);

  const placement = useMemo(() => {
    const width = Math.min(room.width, columns * LARGEST_CELL) * dpr;
    const height = Math.min(room.height, rows * LARGEST_CELL) * dpr;
    // Outer walls are cells to be painted like any other, so none is drawn thin.
    return placeCells([], rows, columns, width, height);
  }, [rows, columns, room, dpr]);

  const atKeyboard = focused && keys;
  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d');
    if (!element || !ctx) return;
    if (element.width !== placement.width) element.width = placement.width;
    if (element.height !== placement.height) element.height = placement.height;
    drawSketch(ctx, placement, {
      drawing,
      scheme,
      dpr,
      marked: findings.flatMap(({ cells }) => cells),
      warning: getComputedStyle(element).getPropertyValue('--warn'),
      chosen: atKeyboard && anchor !== null ? rectangleBetween(columns, anchor, cursor) : [],
      at: atKeyboard ? cursor : hovered,
    });
  }, [placement, drawing, scheme, dpr, findings, atKeyboard, anchor, cursor, hovered, columns]);

  /** The cell under the pointer; beyond the edge the nearest one, or null. */
  const cellUnder = (event: PointerEvent<HTMLElement>, nearest: boolean): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (where: number, from: number, size: number, pixels: number) => {
      const share = ((where - from) / size) * pixels;
      return nearest ? Math.min(pixels - 1, Math.max(0, share)) : share;
    };
    const cell = cellAt(
      placement,
      at(event.clientX, box.left, box.width, placement.width),
      at(event.clientY, box.top, box.height, placement.height),
    );
    return cell < 0 ? null : cell;
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const cell = cellUnder(event, true);
    if (event.button !== 0 || pointer.current !== null || cell === null) return;
    pointer.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    setKeys(false);
    draft.begin(cell, event.shiftKey ? 'rectangle' : 'line');
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (pointer.current === null) {
      setHovered(event.pointerType === 'touch' ? null : cellUnder(event, false));
    } else if (pointer.current === event.pointerId) {
      const rectangle = draft.state.editor.stroke?.shape === 'rectangle';
      const cell = cellUnder(event, rectangle);
      if (cell !== null) draft.move(cell);
      setHovered(event.pointerType === 'touch' ? null : cell);
    }
  };
  const finish = (event: PointerEvent<HTMLElement>, good: boolean) => {
    if (pointer.current !== event.pointerId) return;
    pointer.current = null;
    if (good) draft.end();
    // A second finger zooms: what the first one painted was not meant.
    else draft.giveUp();
  };

  const pixels = { width: placement.width / dpr, height: placement.height / dpr };
  return (
    <div
      className={styles.map}
      role="application"
      {...FOCUSABLE}
      aria-label={`Map of ${rows} rows and ${columns} columns, to be drawn. Arrow keys move from cell to cell and mark cells with Shift; # . S G P C or 1 to 6 paint; Enter paints with the brush.`}
      // Escape first gives up a stroke or what is marked, and only then closes the workbench.
      data-mantine-stop-propagation={stroke !== null || anchor !== null}
      onKeyDown={(event) => {
        setKeys(true);
        if (press(draft, event)) event.preventDefault();
      }}
      onFocus={(event) => {
        setFocused(true);
        if (!event.currentTarget.matches(':focus-visible')) return;
        setKeys(true);
        draft.sayPlace();
      }}
      onBlur={() => setFocused(false)}
    >
      <div
        className={styles.paper}
        style={pixels}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={(event) => finish(event, true)}
        onPointerCancel={(event) => finish(event, false)}
        onPointerLeave={() => setHovered(null)}
      >
        <canvas ref={canvas} style={pixels} />
      </div>
    </div>
  );
}
