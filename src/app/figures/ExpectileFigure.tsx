import { Slider } from '@mantine/core';
import { type PointerEvent, useState } from 'react';
import { ACTIONS } from '../../mdp/types';
import { figures } from '../../texts/figures';
import { formatPlain, formatShare, formatValue } from '../../texts/format';
import { words } from '../../texts/words';
import { type Scene, useModel, useScheme } from '../basics/context';
import { fill } from '../basics/fill';
import { useSize } from '../map/hooks';
import { Download } from '../pictures/Download';
import { expectileLossAt, expectileOf, tauOf, type Weighted } from './expectile';
import styles from './figures.module.css';
import { preferred, rowOf, useLearners, useMarked } from './hooks';
import { Shell } from './Shell';

const HEIGHT = 190;
const BASE = 138;
const TOP = 22;
const SIDE = 16;
const ARROWS = ['↑', '→', '↓', '←'];
const POINTS = 120;

interface CurveProps {
  readonly data: Weighted;
  readonly tau: number;
  readonly color: string;
  /** Value range of the world, so that values that are all alike still have a width. */
  readonly range: number;
  readonly onTau: (tau: number) => void;
}

/** The values on an axis, the loss over them, and the place where it is lowest, to be dragged. */
function Curve({ data, tau, color, range, onTau }: CurveProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const seen = data.values.filter((_, i) => data.weights[i] > 0);
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  const pad = Math.max(0.3 * (most - least), 0.02 * range);
  const [low, high] = [least - pad, most + pad];
  const x = (q: number) => SIDE + ((q - low) / (high - low)) * (width - 2 * SIDE);
  const grid = Array.from({ length: POINTS + 1 }, (_, i) => low + ((high - low) * i) / POINTS);
  const losses = grid.map((m) => expectileLossAt(data, tau, m));
  const top = Math.max(...losses) || 1;
  const y = (loss: number) => BASE - 14 - (loss / top) * (BASE - 14 - TOP);
  const m = expectileOf(data, tau);
  const mass = data.weights.reduce((sum, weight) => sum + weight, 0);
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const at = low + ((left - SIDE) / (width - 2 * SIDE)) * (high - low);
    onTau(Math.max(0.5, Math.min(1, Math.round(tauOf(data, at) * 100) / 100)));
  };
  const label = Math.max(56, Math.min(width - 56, x(m)));
  return (
    <div ref={box} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg
          translate="no"
          className={styles.drag}
          width={width}
          height={HEIGHT}
          aria-hidden="true"
          onPointerDown={drag}
          onPointerMove={drag}
        >
          <line className={styles.axis} x1={0} x2={width} y1={BASE} y2={BASE} />
          <path
            d={grid.map((q, i) => `${i ? 'L' : 'M'}${x(q)} ${y(losses[i])}`).join('')}
            fill="none"
            stroke={color}
            strokeWidth={2}
          />
          <line className={styles.mark} x1={x(m)} x2={x(m)} y1={TOP} y2={BASE} />
          <circle cx={x(m)} cy={y(expectileLossAt(data, tau, m))} r={5.5} fill={color} />
          <text className={styles.strong} x={label} y={14} textAnchor="middle">
            {figures().expectile.expectile(formatValue(m, 3))}
          </text>
          {data.values.map((q, a) => {
            const share = data.weights[a] / mass;
            if (q < low || q > high) return null;
            return (
              <g key={ACTIONS[a]}>
                <circle
                  cx={x(q)}
                  cy={BASE}
                  r={share > 0 ? 3 + 7 * Math.sqrt(share) : 4}
                  fill={share > 0 ? color : 'var(--card)'}
                  stroke={color}
                  opacity={share > 0 ? 0.75 : 0.6}
                />
                <text className={styles.small} x={x(q)} y={BASE + 26} textAnchor="middle">
                  {ARROWS[a]}
                </text>
                <text
                  className={styles.small}
                  x={Math.max(18, Math.min(width - 18, x(q)))}
                  y={BASE + 42}
                  textAnchor="middle"
                >
                  {formatValue(q, 3)}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Whose values are drawn: of one that asks only about the data, else of one that nothing holds down. */
const WISHES: Parameters<typeof preferred>[1] = [
  ({ hasValues, consults }) => hasValues && consults === 'data',
  ({ hasValues, sinks }) => hasValues && !sinks,
  ({ hasValues }) => hasValues,
];

function Picture({ scene }: { readonly scene: Scene }) {
  const scheme = useScheme();
  const learner = preferred(useLearners(), WISHES);
  const marked = useMarked(scene);
  const page = useModel((model) => Number(model.settings['iql.expectile']));
  const [chosen, setChosen] = useState<number | null>(null);
  const tau = chosen ?? Math.max(0.5, Math.min(1, page));
  const counts = rowOf(scene.problem.counts, marked.state);
  const q = learner?.values?.q ? rowOf(learner.values.q, marked.state) : null;
  const t = figures().expectile;
  if (!learner || !q?.every(Number.isFinite) || !counts.some((count) => count > 0)) {
    return (
      <p className={styles.nothing} style={{ height: 290 }}>
        {t.nothing}
      </p>
    );
  }
  const data = { values: q, weights: counts };
  const [mean, m, max] = [0.5, tau, 1].map((at) => expectileOf(data, at));
  return (
    <>
      <p className={styles.about}>
        {t.about(marked.place, marked.instead, learner.instance.short)}
      </p>
      <Curve
        data={data}
        tau={tau}
        color={learner.instance.color[scheme]}
        range={scene.ranges.range}
        onTau={setChosen}
      />
      <div className={styles.control} data-no-picture>
        <span>{t.mean(formatPlain(0.5))}</span>
        <Slider
          className={styles.slider}
          size={3}
          thumbSize={16}
          color={learner.instance.color[scheme]}
          label={null}
          thumbLabel={t.slider}
          thumbValueText={t.sliderValue(formatValue(tau, 2), formatValue(m, 3))}
          min={0.5}
          max={1}
          step={0.01}
          value={tau}
          onChange={setChosen}
        />
        <span>{t.max}</span>
      </div>
      <p className={styles.result} data-figure-result>
        {fill(max - mean > 1e-9 ? t.resultBetween : t.result, {
          tau: <b>{formatValue(tau, 2)}</b>,
          mean: formatValue(mean, 3),
          max: formatValue(max, 3),
          expectile: <b>{formatValue(m, 3)}</b>,
          share: formatShare((m - mean) / (max - mean)),
        })}
      </p>
      <ul className="visually-hidden">
        {words().actions.map((name, a) => (
          <li key={name}>{t.action(name, formatValue(q[a], 3), counts[a])}</li>
        ))}
      </ul>
      <Download
        of="expectile"
        name={t.name}
        table={() => ({
          columns: ['action', 'actionName', 'count', 'q', 'tau', 'expectile'],
          rows: ACTIONS.map((name, a) => [a, name, counts[a], q[a], tau, m]),
        })}
        corner
      />
    </>
  );
}

/** The dial from the mean to the maximum, on the values of the marked cell. */
export default function ExpectileFigure() {
  return (
    <Shell title={figures().expectile.title} height={320}>
      {(scene) => <Picture scene={scene} />}
    </Shell>
  );
}
