import { useLayoutEffect, useState } from 'react';
import { type Scene, useScheme } from '../../basics/context';
import { centerOf, DIRECTIONS, placeCells } from '../../map/geometry';
import { useSize, useStillness } from '../../map/hooks';
import { measureText } from '../../map/measure';
import { PALETTES } from '../../theme/palette';
import styles from './microscope.module.css';
import { wayOf } from './way';

/** Seconds of a value's way. */
const JOURNEY = 1.6;
const SIZE = 12;
const PAD = 7;
/** Between the way and its words. */
const AIR = 5;

interface TravelProps {
  readonly scene: Scene;
  readonly row: number;
  /** What travels, in numbers. */
  readonly text: string;
  readonly color: string;
}

/** Lies over the map beside it and lets what s′ is worth travel to the pair that is learned from it. */
export function Travel({ scene, row, text, color }: TravelProps) {
  const palette = PALETTES[useScheme()];
  const still = useStillness();
  const [ref, size] = useSize<HTMLDivElement>();
  const [map, setMap] = useState<DOMRect | null>(null);
  const known = size?.width ?? 0;
  // The map is as large as whole pixels of its cells allow, somewhere within its room.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured anew where its room is another
  useLayoutEffect(() => {
    const canvas = ref.current?.parentElement?.querySelector('canvas');
    const [around, box] = [ref.current, canvas].map((one) => one?.getBoundingClientRect());
    if (!around || !box || box.width === 0) return;
    setMap(new DOMRect(box.x - around.x, box.y - around.y, box.width, box.height));
  }, [known, scene.grid]);
  const { state, nextState, action } = scene.problem.transitions;
  const { kinds, rows, columns, cells } = scene.grid;
  const { x = 0, y = 0, width = 0, height = 0 } = map ?? {};
  const placement = placeCells(kinds, rows, columns, Math.max(1, width), Math.max(1, height));
  const { cell } = placement;
  const way = wayOf(
    centerOf(placement, cells[nextState[row]]),
    centerOf(placement, cells[state[row]]),
    DIRECTIONS[action[row]],
    { cell, width, height },
  );
  const room = measureText(text, SIZE, 650) / 2 + PAD;
  const middle = Math.max(room, Math.min(width - room, way.apex.x + way.out.x * (room + AIR)));
  const top = Math.max(SIZE, Math.min(height - SIZE, way.apex.y + way.out.y * (SIZE + AIR)));
  return (
    <div ref={ref} className={styles.travel}>
      {map && (
        <svg
          aria-hidden="true"
          style={{ left: x, top: y }}
          width={width}
          height={height}
          data-travel={text}
        >
          <defs>
            <marker
              id="travel-end"
              viewBox="0 0 8 8"
              refX="5"
              refY="4"
              markerWidth="3.4"
              markerHeight="3.4"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8Z" fill={color} />
            </marker>
          </defs>
          <path d={way.path} fill="none" stroke={palette.halo} strokeWidth={6} />
          <path
            d={way.path}
            fill="none"
            stroke={color}
            strokeWidth={2.6}
            markerEnd="url(#travel-end)"
          />
          {!still && (
            <circle r={5.5} fill={color} stroke={palette.halo} strokeWidth={1.6}>
              <animateMotion path={way.path} dur={`${JOURNEY}s`} repeatCount="indefinite" />
            </circle>
          )}
          <rect
            x={middle - room}
            y={top - SIZE + 1}
            width={2 * room}
            height={2 * SIZE - 2}
            rx={SIZE - 1}
            fill={palette.card}
            stroke={color}
            strokeWidth={1.4}
          />
          <text
            x={middle}
            y={top + 4}
            fontSize={SIZE}
            fontWeight={650}
            textAnchor="middle"
            fill={palette.ink}
          >
            {text}
          </text>
        </svg>
      )}
    </div>
  );
}
