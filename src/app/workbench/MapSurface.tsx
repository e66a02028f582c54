import {
  type KeyboardEvent,
  type PointerEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keepDrawing } from '../map/drawings';
import { cellAt, type Placement, placeCells } from '../map/geometry';
import { useDevicePixelRatio } from '../map/hooks';
import type { Room } from './Bench';
import editing from './editing.module.css';

/** Side in CSS pixels of the largest cell: a map of nine cells needs no whole screen. */
const LARGEST_CELL = 112;

// An `application` takes the arrow keys, so it must take focus; the linter counts the role as inert.
const FOCUSABLE = { tabIndex: 0 };

/** What the drawing of a map is told. */
export interface Surface {
  readonly ctx: CanvasRenderingContext2D;
  readonly placement: Placement;
  readonly dpr: number;
  /** The canvas, for the colours of the page around it. */
  readonly element: HTMLElement;
  /** Whether keys are at work on the map. */
  readonly keyed: boolean;
  /** The cell under the pointer, null for none. */
  readonly hovered: number | null;
}

interface MapSurfaceProps {
  readonly room: Room;
  readonly rows: number;
  readonly columns: number;
  /** Accessible name, with the keys that work. */
  readonly label: string;
  /** Keeps Escape from closing the workbench: something is under way that it gives up first. */
  readonly busy: boolean;
  /** Whether a stroke goes to the nearest cell where the pointer is beyond the edge. */
  readonly reaches?: () => boolean;
  /** Draws everything; called anew whenever it is another function. */
  readonly draw: (surface: Surface) => void;
  readonly onBegin: (cell: number, shift: boolean) => void;
  readonly onMove: (cell: number) => void;
  readonly onEnd: () => void;
  readonly onGiveUp: () => void;
  /** Whether the key does something here. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** Called when the keyboard comes to the map. */
  readonly onArrive: () => void;
}

/**
 * A map to work on by mouse, touch and keyboard: strokes of one pointer, from cell to cell, which a
 * second finger gives up (it zooms), and keys.
 */
export function MapSurface(props: MapSurfaceProps) {
  const { room, rows, columns, label, busy, draw } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pointer = useRef<number | null>(null);
  const [focused, setFocused] = useState(false);
  // The cursor shows while keys are used, not where a finger has been.
  const [keys, setKeys] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const dpr = useDevicePixelRatio();

  const placement = useMemo(() => {
    const width = Math.min(room.width, columns * LARGEST_CELL) * dpr;
    const height = Math.min(room.height, rows * LARGEST_CELL) * dpr;
    // Outer walls are cells to be worked on like any other, so none is drawn thin.
    return placeCells([], rows, columns, width, height);
  }, [rows, columns, room, dpr]);

  const keyed = focused && keys;
  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d');
    if (!element || !ctx) return;
    if (element.width !== placement.width) element.width = placement.width;
    if (element.height !== placement.height) element.height = placement.height;
    draw({ ctx, placement, dpr, element, keyed, hovered });
    const still = { placement, dpr, element, keyed: false, hovered: null };
    keepDrawing(element, (pen) => draw({ ...still, ctx: pen }));
  }, [placement, draw, dpr, keyed, hovered]);

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
    props.onBegin(cell, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (pointer.current === null) {
      setHovered(event.pointerType === 'touch' ? null : cellUnder(event, false));
    } else if (pointer.current === event.pointerId) {
      const cell = cellUnder(event, props.reaches?.() ?? false);
      if (cell !== null) props.onMove(cell);
      setHovered(event.pointerType === 'touch' ? null : cell);
    }
  };
  const finish = (event: PointerEvent<HTMLElement>, good: boolean) => {
    if (pointer.current !== event.pointerId) return;
    pointer.current = null;
    if (good) props.onEnd();
    // A second finger zooms: what the first one painted was not meant.
    else props.onGiveUp();
  };

  const pixels = { width: placement.width / dpr, height: placement.height / dpr };
  return (
    <div
      className={editing.map}
      role="application"
      {...FOCUSABLE}
      aria-label={label}
      // Escape first gives up what is under way, and only then closes the workbench.
      data-mantine-stop-propagation={busy}
      onKeyDown={(event) => {
        setKeys(true);
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (props.onKey(event)) event.preventDefault();
      }}
      onFocus={(event) => {
        setFocused(true);
        if (!event.currentTarget.matches(':focus-visible')) return;
        setKeys(true);
        props.onArrive();
      }}
      onBlur={() => setFocused(false)}
    >
      <div
        className={editing.paper}
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
