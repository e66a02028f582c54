import { memo, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  CartesianGrid,
  LineChart,
  Line as RechartsLine,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { charts } from '../../texts/charts';
import { formatCount } from '../../texts/format';
import { usePlayground } from '../basics/context';
import { useTurn } from '../basics/turn';
import { useSize } from '../map/hooks';
import { measureText } from '../map/measure';
import { PALETTES, type Scheme } from '../theme/palette';
import { niceTicks } from './axis';
import { type Live, LiveLayer, type Reference } from './LiveLayer';
import { StepTooltip } from './StepTooltip';
import { createStore, type Store } from './store';
import { type TimeAxis, TimeLayer } from './TimeLayer';
import { ZoneLayer, type Zones } from './Zones';

/** Room left of the plot, at least: the numbers of its axis. */
const AXIS = 46;
const TICK = 10.5;

/** Pixels that a number of steps and the gap beside it take: all are shown, none has to be measured. */
const TICK_ROOM = 44;

/** The same for all charts, so that their steps stand under each other: the one word of an axis fits. */
const axisRoom = () => Math.max(AXIS, Math.ceil(measureText(charts().error.truth, TICK)) + 12);

/** A click so many pixels beside the plot is meant for its end. */
const EDGE = 6;

/** The step meant by a click at `step`: that of a jump where its mark was hit, off the grid as it may be. */
function stepAt(step: number, { jumps }: Live, spacing: number): number {
  return jumps.find((jump) => Math.abs(jump.step - step) < spacing)?.step ?? step;
}

interface StageProps {
  readonly store: Store<Live>;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  readonly spacing: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  readonly references: readonly Reference[];
  readonly scheme: Scheme;
  readonly highlighted: string | null;
  readonly gutter: number;
  readonly name: string;
  readonly zones?: Zones | undefined;
  readonly time: RefObject<TimeAxis>;
}

/** Axes, grid, references and tooltip; renders again only when one of its few props changes. */
const Stage = memo(function Stage(props: StageProps) {
  const { store, width, height, steps, spacing, low, high, ticks, references, scheme } = props;
  const palette = PALETTES[scheme];
  const horizontal = useMemo(() => [0, steps] as const, [steps]);
  const vertical = useMemo(() => [low, high] as const, [low, high]);
  // One invisible point a measured step: what the tooltip and the arrow keys snap to, and what
  // makes recharts set up its vertical scale.
  const skeleton = useMemo(() => {
    const count = Math.max(1, Math.min(400, Math.round(steps / Math.max(1, spacing))));
    return Array.from({ length: count + 1 }, (_, i) => ({ step: (i * steps) / count, at: low }));
  }, [steps, spacing, low]);
  const axis = useMemo(axisRoom, []);
  const between = Math.floor((width - axis - props.gutter) / TICK_ROOM);
  const text = { fontSize: TICK, fill: palette.muted };
  return (
    <LineChart
      width={width}
      height={height}
      data={skeleton}
      margin={{ top: 8, right: props.gutter, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={props.name}
      style={{ cursor: 'pointer' }}
    >
      {props.zones && <ZoneLayer zones={props.zones} scheme={scheme} />}
      <CartesianGrid stroke={palette.line} vertical={false} />
      <XAxis
        dataKey="step"
        type="number"
        domain={[0, steps]}
        ticks={[...niceTicks(0, steps, Math.max(2, Math.min(5, between)))]}
        interval={0}
        tickFormatter={(step: number) => formatCount(step)}
        tick={text}
        tickLine={false}
        axisLine={{ stroke: palette.line }}
        height={20}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={[low, high]}
        ticks={[...ticks]}
        interval={0}
        tickFormatter={(value: number) => props.tickText(value)}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={axis}
        allowDataOverflow
      />
      {references.map((reference) => (
        <ReferenceLine
          key={reference.value}
          y={reference.value}
          stroke={reference.strong ? palette.ink : palette.muted}
          strokeWidth={reference.strong ? 1.4 : 1}
          strokeDasharray={reference.strong ? undefined : '1 3'}
          ifOverflow="hidden"
        />
      ))}
      <RechartsLine
        dataKey="at"
        stroke="transparent"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: palette.muted, strokeWidth: 1 }}
        content={<StepTooltip store={store} scheme={scheme} />}
        wrapperStyle={{ zIndex: 10 }}
      />
      <LiveLayer
        store={store}
        horizontal={horizontal}
        vertical={vertical}
        references={references}
        scheme={scheme}
        highlighted={props.highlighted}
        gutter={props.gutter}
      />
      <TimeLayer scheme={scheme} steps={steps} time={props.time} />
    </LineChart>
  );
});

export interface LiveChartProps extends Live {
  /** Accessible name. */
  readonly name: string;
  readonly height: number;
  /** Right end of the step axis. */
  readonly steps: number;
  /** Steps between measured points. */
  readonly spacing: number;
  /** Ends of the vertical axis; values beyond are drawn at its edge and marked. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  readonly references: readonly Reference[];
  readonly scheme: Scheme;
  readonly highlighted: string | null;
  /** Room right of the plot for the names of the lines, in pixels. */
  readonly gutter: number;
  /** What it means to lie on either side of 0. */
  readonly zones?: Zones | undefined;
}

/**
 * A chart over training steps whose lines move without the chart around them drawing again. A click, or Enter on
 * what the arrow keys have chosen, shows the page at that step.
 */
export function LiveChart(props: LiveChartProps) {
  const { lines, jumps, height, ...stage } = props;
  const [frame, size] = useSize<HTMLDivElement>();
  const come = useTurn();
  const [store] = useState(() => createStore<Live>({ lines, jumps }));
  const playground = usePlayground();
  const time = useRef<TimeAxis>({ active: null, left: 0, width: 0 });
  const { steps, spacing } = props;
  useLayoutEffect(() => store.set({ lines, jumps }), [store, lines, jumps]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart within it takes the focus and the arrow keys
    <div
      ref={frame}
      translate="no"
      style={{ width: '100%', height }}
      onClick={({ clientX, currentTarget }) => {
        const { left, width } = time.current;
        const box = currentTarget.getBoundingClientRect();
        // The chart may be enlarged with the page around it.
        const at = ((clientX - box.left) * currentTarget.clientWidth) / box.width - left;
        if (at < -EDGE || at > width + EDGE || width === 0) return;
        playground.seek(stepAt((at / width) * steps, store.get(), spacing));
      }}
      onKeyDown={({ key }) => {
        const { active } = time.current;
        if (key === 'Enter' && active !== null) playground.seek(active);
      }}
    >
      {come && size && size.width > 0 && (
        <Stage {...stage} store={store} width={size.width} height={height} time={time} />
      )}
    </div>
  );
}
