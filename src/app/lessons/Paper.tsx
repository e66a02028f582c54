import { useMemo } from 'react';
import { describe, settingOf } from '../../experiment/settings/describe';
import { resolveSettings } from '../../experiment/settings/parse';
import { changedKeys } from '../../experiment/settings/scope';
import { worldOf } from '../../experiment/settings/world';
import type { Settings } from '../../experiment/types';
import { ACTION_COUNT, type StateIndex } from '../../mdp/types';
import { formatValue } from '../../texts/format';
import { lessons } from '../../texts/lessons';
import { useModel } from '../basics/context';
import { gridOf } from '../state/grid';
import styles from './lessons.module.css';
import type { ScaleMark } from './ScaleLine';
import type { Lesson, ScaleAsk } from './types';

/** Side of a cell, and room for the numbers of rows and columns, in CSS pixels. */
const CELL = 22;
const EDGE = 18;

/** What stands in a cell on paper, where there are no colours to rely on. */
const SIGNS: Readonly<Record<string, string>> = { start: 'S', goal: 'G', pit: '×', cliff: '▲' };

/** Corners of a cell that an action's triangle lies between, in sides of the cell: up, right, down, left. */
const SIDES = [
  [0, 0, 1, 0],
  [1, 0, 1, 1],
  [1, 1, 0, 1],
  [0, 1, 0, 0],
] as const;

/** N(s,a) `[states × 4]` of the data that some settings begin from, where the page has just those; else null. */
function useCountsOf(start: Settings): ArrayLike<number> | null {
  const counts = useModel(({ problem, runId }) =>
    problem?.runId === runId ? problem.counts : null,
  );
  const same = useModel(({ settings }) =>
    changedKeys(start, settings).every(
      (key) =>
        settingOf(settings, key) === undefined ||
        !['world', 'data'].includes(describe(key, settings).scope),
    ),
  );
  return same ? counts : null;
}

/** How often the actions of one cell were taken, as triangles on it: the darker the more often. */
function Tried({
  counts,
  state,
  most,
  x,
  y,
}: {
  readonly counts: ArrayLike<number>;
  readonly state: StateIndex;
  readonly most: number;
  readonly x: number;
  readonly y: number;
}) {
  return SIDES.map(([ax, ay, bx, by], action) => {
    const count = counts[state * ACTION_COUNT + action];
    if (count === 0) return null;
    const at = (dx: number, dy: number) => `${x + dx * CELL} ${y + dy * CELL}`;
    return (
      <path
        key={`${ax} ${ay}`}
        d={`M${at(ax, ay)}L${at(bx, by)}L${at(0.5, 0.5)}z`}
        opacity={0.12 + 0.6 * Math.sqrt(count / most)}
      />
    );
  });
}

/**
 * The world that a lesson begins in, with its rows and columns counted, to mark cells on; with the data of its
 * beginning while the page has them.
 */
export function PaperMap({ lesson }: { readonly lesson: Lesson }) {
  const start = useMemo(() => resolveSettings(lesson.start).settings, [lesson]);
  const grid = useMemo(() => gridOf(worldOf(start)), [start]);
  const counts = useCountsOf(start);
  const most = Math.max(1, ...Array.from(counts ?? []));
  const { rows, columns, kinds } = grid;
  const width = EDGE + columns * CELL + 1;
  const height = EDGE + rows * CELL + 1;
  const t = lessons();
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  return (
    <svg
      className={styles.paperMap}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t.mapOf(lesson.title)}
    >
      {numbers(columns).map((column) => (
        <text key={column} x={EDGE + (column - 0.5) * CELL} y={EDGE - 6} textAnchor="middle">
          {column}
        </text>
      ))}
      {numbers(rows).map((row) => (
        <text key={row} x={EDGE - 5} y={EDGE + (row - 0.5) * CELL + 4} textAnchor="end">
          {row}
        </text>
      ))}
      {kinds.map((kind, cell) => {
        const x = EDGE + (cell % columns) * CELL;
        const y = EDGE + Math.floor(cell / columns) * CELL;
        return (
          <g key={`${x} ${y}`}>
            <rect
              x={x}
              y={y}
              width={CELL}
              height={CELL}
              fill={kind === 'wall' ? '#777' : '#fff'}
              stroke="#777"
            />
            {counts && grid.stateOfCell[cell] >= 0 && (
              <Tried counts={counts} state={grid.stateOfCell[cell]} most={most} x={x} y={y} />
            )}
            {SIGNS[kind] && (
              <text
                className={styles.sign}
                x={x + CELL / 2}
                y={y + CELL / 2 + 5}
                textAnchor="middle"
              >
                {SIGNS[kind]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const LINE = { width: 560, height: 62, left: 30, right: 30, y: 24 };
const TICKS = 10;

/** A line with a scale to mark a number on, with what is known, and what was predicted. */
export function PaperScale({
  ask: { low, high, label },
  known,
  said,
}: {
  readonly ask: ScaleAsk;
  readonly known: readonly ScaleMark[];
  /** What was predicted; null to leave room for it. */
  readonly said: ScaleMark | null;
}) {
  const { width, height, left, right, y } = LINE;
  const x = (value: number) => left + ((value - low) / (high - low)) * (width - left - right);
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => low + (i * (high - low)) / TICKS);
  const on = [...known, ...(said ? [said] : [])].filter(
    ({ value }) => value >= low && value <= high,
  );
  return (
    <figure className={styles.paperScale}>
      <figcaption>{lessons().markScale(label)}</figcaption>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path d={`M${left} ${y}H${width - right}`} stroke="#000" />
        {ticks.map((value, i) => (
          <g key={value}>
            <path d={`M${x(value)} ${y - 5}v10`} stroke="#000" />
            {i % 5 === 0 && (
              <text x={x(value)} y={y + 19} textAnchor="middle">
                {formatValue(value)}
              </text>
            )}
          </g>
        ))}
        {on.map((mark) => {
          const { label: name, value } = mark;
          return (
            <g key={name}>
              <path
                d={`M${x(value)} ${y - 9}v18`}
                stroke="#000"
                strokeWidth={mark === said ? 4 : 2}
                strokeDasharray={mark === said ? undefined : '3 2'}
              />
              <text x={x(value)} y={mark === said ? y + 34 : y - 13} textAnchor="middle">
                {name}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Lines to write on. */
export function PaperLines() {
  return (
    <div className={styles.lines}>
      <p>{lessons().because}</p>
      <p />
      <p />
    </div>
  );
}
