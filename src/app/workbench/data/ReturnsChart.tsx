import { Slider } from '@mantine/core';
import { memo, useMemo } from 'react';
import { Bar, BarChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { histogramOf, meanOf } from '../../../data/episodes';
import { data } from '../../../texts/data';
import { formatCount, formatValue } from '../../../texts/format';
import { pictures } from '../../../texts/pictures';
import { useScheme } from '../../basics/context';
import { fill } from '../../basics/fill';
import { useSize } from '../../map/hooks';
import { Download } from '../../pictures/Download';
import { PALETTES, type Scheme } from '../../theme/palette';
import styles from './returns.module.css';

const BINS = 24;
const HEIGHT = 132;
const LEFT = 40;
const RIGHT = 10;
const FOOT = 20;

interface Bin {
  readonly middle: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function BinTooltip(props: {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Bin }[];
}) {
  const bin = props.payload?.[0]?.payload;
  if (!props.active || !bin) return null;
  return (
    <div className={styles.bubble}>
      {fill(data().bin(bin.from, bin.to), { count: <strong>{formatCount(bin.count)}</strong> })}
    </div>
  );
}

const Chart = memo(function Chart(props: {
  readonly bins: readonly Bin[];
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly behavior: number;
  readonly width: number;
  readonly scheme: Scheme;
  readonly description: string;
}) {
  const { bins, low, high, width, scheme } = props;
  const palette = PALETTES[scheme];
  const text = { fontSize: 10.5, fill: palette.muted };
  return (
    <BarChart
      width={width}
      height={HEIGHT}
      data={[...bins]}
      margin={{ top: 6, right: RIGHT, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={props.description}
      barCategoryGap={0}
    >
      <XAxis
        dataKey="middle"
        type="number"
        domain={[low, high]}
        ticks={[low, (low + high) / 2, high]}
        tickFormatter={(value: number) => formatValue(value)}
        tick={text}
        tickLine={false}
        axisLine={{ stroke: palette.line }}
        height={FOOT}
        allowDataOverflow
      />
      <YAxis
        width={LEFT}
        tick={text}
        tickLine={false}
        axisLine={false}
        allowDecimals={false}
        tickCount={3}
        tickFormatter={(value: number) => formatCount(value)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: palette.muted, fillOpacity: 0.15 }}
        content={<BinTooltip />}
        wrapperStyle={{ zIndex: 10 }}
      />
      <Bar
        dataKey="count"
        fill={palette.muted}
        barSize={Math.max(1, (width - LEFT - RIGHT) / bins.length - 1)}
        isAnimationActive={false}
      />
      <ReferenceLine x={props.mean} stroke={palette.ink} strokeWidth={1.6} ifOverflow="hidden" />
      <ReferenceLine
        x={props.behavior}
        stroke={palette.ink}
        strokeWidth={1.4}
        strokeDasharray="4 3"
        ifOverflow="hidden"
      />
    </BarChart>
  );
});

interface ReturnsChartProps {
  /** Returns of the episodes. */
  readonly returns: Float64Array;
  /** What the behaviour earns exactly. */
  readonly behavior: number;
  /** A threshold to be dragged along the axis, and what lies below it shaded. */
  readonly threshold?: { readonly value: number; readonly onChange: (value: number) => void };
}

/** How often episodes earn what, with their mean and the exact return of the behaviour. */
export const ReturnsChart = memo(function ReturnsChart({
  returns,
  behavior,
  threshold,
}: ReturnsChartProps) {
  const t = data();
  const scheme = useScheme();
  const [frame, size] = useSize<HTMLDivElement>();
  const { edges, bins, mean } = useMemo(() => {
    const found = histogramOf(returns, BINS);
    return {
      edges: found.edges,
      mean: meanOf(returns),
      bins: Array.from(found.counts, (count, i): Bin => {
        const [from, to] = [found.edges[i], found.edges[i + 1]];
        return { middle: (from + to) / 2, from, to, count };
      }),
    };
  }, [returns]);
  const low = edges[0];
  const high = edges[edges.length - 1];
  const within = Math.max(low, Math.min(high, threshold?.value ?? low));
  return (
    <div data-picture>
      <div ref={frame} className={styles.chart} style={{ height: HEIGHT }}>
        {size && size.width > 0 && (
          <Chart
            bins={bins}
            low={low}
            high={high}
            mean={mean}
            behavior={behavior}
            width={size.width}
            scheme={scheme}
            description={t.histogram(returns.length, low, high, mean)}
          />
        )}
        {threshold && (
          <div className={styles.plot} style={{ left: LEFT, right: RIGHT, bottom: FOOT }}>
            <div
              className={styles.shade}
              style={{ width: `${(100 * (within - low)) / (high - low)}%` }}
            />
            <Slider
              className={styles.threshold}
              size={3}
              thumbSize={14}
              color="var(--ink)"
              label={null}
              thumbLabel={t.leastKept}
              thumbValueText={formatValue(within, 3)}
              min={low}
              max={high}
              step={(high - low) / 200}
              value={within}
              onChange={(value) => threshold.onChange(Number(value.toPrecision(3)))}
            />
          </div>
        )}
      </div>
      <p className={styles.chartKey}>
        <span className={styles.solid} /> {t.mean(mean)} <span className={styles.dashed} />{' '}
        {t.exactly(behavior)}
        <Download
          of="episode-returns"
          name={pictures().episodeReturns}
          table={() => ({
            columns: ['from', 'to', 'episodes'],
            rows: bins.map(({ from, to, count }) => [from, to, count]),
          })}
        />
      </p>
    </div>
  );
});
