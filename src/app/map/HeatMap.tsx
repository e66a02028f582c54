import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Covered } from '../basics/covered';
import { part } from '../part/part';
import { neighborOf } from '../state/grid';
import { drawMap } from './draw';
import { type Drawing, keepDrawing } from './drawings';
import { boxOf, cellAt, cellsOf, type Placement, placeCells, roomOf } from './geometry';
import styles from './HeatMap.module.css';
import { useDevicePixelRatio, useSize, useStillness } from './hooks';
import { labelOf } from './label';
import { MapOverlay } from './overlay';
import { panTo } from './pan';
import { parseColor } from './scales';

import { mapTurns } from './turns';
import type { HeatMapProps } from './types';

// Nobody is on a map with the keyboard before the page stands.
const SpokenCell = part(() => import('./SpokenCell'), { waiting: () => null });

const KEYS: Readonly<Record<string, number>> = {
  ArrowUp: 0,
  ArrowRight: 1,
  ArrowDown: 2,
  ArrowLeft: 3,
};

// An `application` takes the arrow keys, so it must take focus; the linter counts the role as inert.
const FOCUSABLE = { tabIndex: 0 };

/**
 * A world with one triangle a state-action pair, on canvas: the same picture for every learner,
 * painted by `layer`. Reachable by pointer, touch and keyboard; a cell's numbers are read out.
 */
export const HeatMap = memo(function HeatMap(props: HeatMapProps) {
  const { grid, layer, values, counts, ranges, label, color, scheme, selected, hovered } = props;
  const {
    onHover,
    onSelect,
    walker,
    chain = null,
    consults = 'everything',
    putIn = null,
    arrows = true,
    maxHeight,
    minCell,
  } = props;
  const [frame, size] = useSize<HTMLDivElement>();
  const base = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<MapOverlay | null>(null);
  const [focused, setFocused] = useState(false);
  const dpr = useDevicePixelRatio();
  const still = useStillness();
  const covered = useContext(Covered);

  const room = useMemo(
    () => roomOf(cellsOf(grid.kinds, grid.rows, grid.columns), { maxHeight, minCell }),
    [grid, maxHeight, minCell],
  );

  const placement = useMemo(
    () =>
      size && size.width > 0 && size.height > 0
        ? placeCells(grid.kinds, grid.rows, grid.columns, size.width * dpr, size.height * dpr)
        : null,
    [grid, size, dpr],
  );

  const drawn = useRef<{ readonly placement: Placement; readonly look: string } | null>(null);
  useLayoutEffect(() => {
    const canvas = base.current;
    const ctx = canvas?.getContext('2d');
    if (!canvas || !ctx || !placement || covered) return;
    const draw = () => {
      if (canvas.width !== placement.width) canvas.width = placement.width;
      if (canvas.height !== placement.height) canvas.height = placement.height;
      const hue = parseColor(color);
      const inputs = { grid, layer, values, counts, ranges, hue, scheme, consults, putIn };
      const paint: Drawing = (pen) => drawMap(pen, placement, inputs, { arrows, dpr });
      paint(ctx);
      keepDrawing(canvas, paint);
    };
    // The first picture of a map, and new numbers in the same one, many times a second while learners train, take
    // their turn; what was asked for by hand is there with what else changes by it.
    const look = [layer, color, scheme, consults, arrows].join();
    const before = drawn.current;
    if (before === null || (before.placement === placement && before.look === look)) {
      drawn.current = { placement, look };
      mapTurns.ask(drawn, draw);
      return;
    }
    mapTurns.forget(drawn);
    drawn.current = { placement, look };
    draw();
  }, [
    placement,
    grid,
    layer,
    values,
    counts,
    ranges,
    color,
    scheme,
    consults,
    putIn,
    arrows,
    dpr,
    covered,
  ]);
  useEffect(() => () => mapTurns.forget(drawn), []);

  useEffect(() => {
    if (!over.current) return;
    const made = new MapOverlay(over.current);
    overlay.current = made;
    keepDrawing(over.current, (pen) => made.drawAtRest(pen));
    return () => {
      made.stop();
      overlay.current = null;
    };
  }, []);

  const policy = walker && values && !covered ? values.policy : null;
  const seed = walker?.seed ?? 0;
  useEffect(() => {
    const canvas = over.current;
    if (!canvas || !placement) return;
    if (canvas.width !== placement.width) canvas.width = placement.width;
    if (canvas.height !== placement.height) canvas.height = placement.height;
    overlay.current?.show({
      grid,
      placement,
      dpr,
      scheme,
      color,
      selected,
      hovered,
      policy,
      seed,
      still,
      chain,
    });
  }, [grid, placement, dpr, scheme, color, selected, hovered, policy, seed, still, chain]);

  const stateUnder = (event: PointerEvent<HTMLElement>): number | null => {
    if (!placement) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const cell = cellAt(
      placement,
      ((event.clientX - box.left) / box.width) * placement.width,
      ((event.clientY - box.top) / box.height) * placement.height,
    );
    return cell >= 0 && grid.stateOfCell[cell] >= 0 ? grid.stateOfCell[cell] : null;
  };

  const firstStart = () =>
    Math.max(
      0,
      grid.mdp.start.findIndex((p) => p > 0),
    );

  const onKeyDown = (event: KeyboardEvent) => {
    const here = hovered ?? selected ?? firstStart();
    const action = KEYS[event.key];
    if (action !== undefined) onHover(neighborOf(grid, here, action));
    else if (event.key === 'Home') onHover(firstStart());
    else if (event.key === 'Enter' || event.key === ' ') onSelect(here === selected ? null : here);
    else if (event.key === 'Escape' && selected !== null) onSelect(null);
    else return;
    event.preventDefault();
  };

  // Where a map is wider than its room: the start at first, then the cell that the keyboard is on.
  const sought = focused ? (hovered ?? selected ?? firstStart()) : firstStart();
  useEffect(() => {
    if (!frame.current || !placement || sought >= grid.states) return;
    const box = boxOf(placement, grid.cells[sought]);
    const side = (frame.current.clientWidth - placement.width / dpr) / 2;
    panTo(frame.current, side + box.x / dpr, box.width / dpr);
  }, [frame, placement, grid, sought, dpr]);

  const spoken = focused ? (hovered ?? selected) : null;
  const pixels = placement
    ? { width: placement.width / dpr, height: placement.height / dpr }
    : { width: 0, height: 0 };

  return (
    <div
      ref={frame}
      className={styles.frame}
      style={room}
      role="application"
      {...FOCUSABLE}
      aria-label={labelOf(grid, label, layer, values)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        setFocused(true);
        if (event.currentTarget.matches(':focus-visible')) onHover(firstStart());
      }}
      onBlur={() => {
        setFocused(false);
        onHover(null);
      }}
    >
      <div
        className={styles.stack}
        style={pixels}
        onPointerMove={(event) => {
          const state = stateUnder(event);
          if (state !== hovered) onHover(state);
        }}
        onPointerLeave={() => onHover(null)}
        onPointerUp={(event) => {
          const state = stateUnder(event);
          if (event.button === 0 && state !== null) onSelect(state === selected ? null : state);
        }}
      >
        <canvas ref={base} style={pixels} />
        <canvas ref={over} className={styles.over} style={pixels} />
      </div>
      <div className="visually-hidden" role="status">
        {spoken !== null && spoken < grid.states && (
          <SpokenCell grid={grid} state={spoken} layer={layer} values={values} counts={counts} />
        )}
      </div>
    </div>
  );
});
