import { memo, useSyncExternalStore } from 'react';
import { useActiveTooltipLabel, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { spreadLabels } from '../bar/labels';
import { PALETTES, type Scheme } from '../theme/palette';
import { LineEnds } from './LineEnds';
import { drawLine } from './lines';
import { type Jump, type Line, nearestPoint } from './series';
import type { Store } from './store';

/** A horizontal line of reference and its name. */
export interface Reference {
  readonly value: number;
  /** Its name at the left end; empty where the axis names it. */
  readonly label: string;
  readonly strong?: boolean;
}

/** All that moves in a chart while training. */
export interface Live {
  readonly lines: readonly Line[];
  readonly jumps: readonly (Jump & { readonly color: string })[];
}

interface LiveLayerProps {
  readonly store: Store<Live>;
  readonly horizontal: readonly [number, number];
  readonly vertical: readonly [number, number];
  readonly references: readonly Reference[];
  readonly scheme: Scheme;
  readonly highlighted: string | null;
  /** Pixels right of the plot. */
  readonly gutter: number;
}

/** Height of the name of a reference. */
const NAME = 11;
/** Pixels between two marks of jumps of one learner; closer ones would hide each other. */
const BETWEEN_MARKS = 5;

/** The jumps that are marked: of each learner, from the last one back, those that keep their distance. */
function marked(jumps: Live['jumps'], x: (step: number) => number | undefined): Live['jumps'] {
  const left = new Map<string, number>();
  return jumps
    .toReversed()
    .filter(({ instance, step }) => {
      const at = x(step) ?? Number.NaN;
      if (!(at <= (left.get(instance) ?? Number.POSITIVE_INFINITY) - BETWEEN_MARKS)) return false;
      left.set(instance, at);
      return true;
    })
    .reverse();
}

/**
 * The moving part of a chart, drawn on the scales of the recharts chart around it: that chart
 * keeps its axes, grid and tooltip and is not rendered again while training (which costs it
 * 60 ms and more for eight series).
 */
export const LiveLayer = memo(function LiveLayer(props: LiveLayerProps) {
  const { store, horizontal, vertical, references, scheme, highlighted, gutter } = props;
  const live = useSyncExternalStore(store.subscribe, store.get);
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  const active = useActiveTooltipLabel();
  if (!x || !y || !plot) return null;
  const palette = PALETTES[scheme];
  const bottom = plot.y + plot.height;
  const drawn = live.lines.map((line) => ({
    line,
    ...drawLine(line.points, x, y, horizontal, vertical, plot.width),
    // One path for all seeds of a line, and a coarser one the more there are.
    thin: line.seeds
      .map((points) => {
        const pixels = plot.width / Math.sqrt(line.seeds.length);
        return drawLine(points, x, y, horizontal, vertical, pixels).path;
      })
      .join(''),
    faint: line.ghost === true || (highlighted !== null && line.instance !== highlighted),
  }));
  const ended = drawn.flatMap(({ line, last, lastOff, faint }) =>
    last && line.end.label !== ''
      ? [{ line, y: last.y, value: last.value, off: lastOff, faint }]
      : [],
  );
  const named = references.filter((reference) => {
    return (
      reference.label !== '' && reference.value >= vertical[0] && reference.value <= vertical[1]
    );
  });
  // Inside the plot, on their lines: beside it they would take a sixth of its width.
  const names = spreadLabels(
    named.map((reference) => ({ at: (y(reference.value) ?? 0) - 6, size: NAME })),
    plot.y - 6,
    bottom,
  );
  const step = typeof active === 'number' ? active : null;

  return (
    <g style={{ fontVariantNumeric: 'tabular-nums' }}>
      {drawn.map(
        ({ line, thin, faint }) =>
          thin !== '' && (
            <path
              key={line.key}
              d={thin}
              fill="none"
              stroke={line.color}
              strokeWidth={1}
              strokeDasharray={line.dash}
              strokeLinejoin="round"
              opacity={faint ? 0.1 : Math.min(0.4, 0.8 / Math.sqrt(line.seeds.length))}
            />
          ),
      )}
      {drawn.map(({ line, path, faint }) => (
        <path
          key={line.key}
          d={path}
          fill="none"
          stroke={line.color}
          strokeWidth={line.width}
          strokeDasharray={line.dash}
          strokeLinejoin="round"
          strokeLinecap={line.dash ? 'butt' : 'round'}
          opacity={line.ghost ? 0.38 : faint ? 0.22 : 1}
        />
      ))}
      {drawn.flatMap(({ line, off, faint }) =>
        off.map((run) => {
          const way = run.side === 'below' ? 1 : -1;
          const edge = run.side === 'below' ? bottom : plot.y;
          return (
            <path
              key={`${line.key} ${run.x}`}
              d={`M${run.x - 4} ${edge - way * 3}h8l-4 ${way * 7}z`}
              fill={line.color}
              opacity={faint ? 0.22 : 1}
            />
          );
        }),
      )}
      {marked(live.jumps, x).map((jump) => {
        const at = { x: x(jump.step), y: y(Math.max(vertical[0], Math.min(vertical[1], jump.to))) };
        if (at.x === undefined || at.y === undefined) return null;
        return (
          <circle
            key={`${jump.instance} ${jump.step}`}
            cx={at.x}
            cy={at.y}
            r={2.6}
            fill={palette.card}
            stroke={jump.color}
            strokeWidth={1.3}
            opacity={highlighted !== null && jump.instance !== highlighted ? 0.22 : 1}
          />
        );
      })}
      {step !== null &&
        drawn.map(({ line, faint }) => {
          const point = nearestPoint(line.points, step);
          if (!point || point.y === null) return null;
          const at = { x: x(point.x), y: y(Math.max(vertical[0], Math.min(vertical[1], point.y))) };
          return (
            <circle
              key={line.key}
              cx={at.x}
              cy={at.y}
              r={faint ? 2 : 3}
              fill={line.color}
              stroke={palette.card}
              strokeWidth={1}
            />
          );
        })}
      {drawn.map(({ line, last, faint }) => {
        if (!last || line.end.glyph === 'none') return null;
        const ring = line.end.glyph === 'ring';
        return (
          <circle
            key={line.key}
            cx={last.x}
            cy={last.y}
            r={3.6}
            fill={ring ? palette.card : line.color}
            stroke={line.color}
            strokeWidth={1.8}
            opacity={faint ? 0.3 : 1}
          />
        );
      })}
      {named.map((reference, i) => (
        <text
          key={reference.value}
          x={plot.x + 5}
          y={names[i] + 3.5}
          fontSize={10}
          fill={palette.ink}
          stroke={palette.card}
          strokeWidth={3}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {reference.label}
        </text>
      ))}
      <LineEnds
        ends={ended}
        x={Math.max(plot.x, ...drawn.map(({ last }) => last?.x ?? 0))}
        room={gutter}
        top={plot.y}
        bottom={bottom}
        ground={palette.card}
      />
    </g>
  );
});
