import { memo, useMemo } from 'react';
import { ACTION_COUNT } from '../../mdp/types';
import { figures } from '../../texts/figures';
import { formatCount, formatSigned } from '../../texts/format';
import { type Scene, useModel, useScheme } from '../basics/context';
import { useSize } from '../map/hooks';
import { visits } from '../map/layers/values';
import { acts } from '../map/paint';
import { Download } from '../pictures/Download';
import { learnerTable } from '../pictures/map-tables';
import { trainingSeedOf } from '../state/seeds';
import type { Scheme } from '../theme/palette';
import { type Bin, binOf, errorsByCount } from './errors';
import styles from './figures.module.css';
import { type Learner, useLearners } from './hooks';
import { Shell } from './Shell';

const PLOT = 190;
const HEIGHT = PLOT + 48;
const LEFT = 56;
/** Points drawn of one learner at most; a large world shows every second, third … pair. */
const MOST_POINTS = 800;

interface Shape {
  readonly learner: Learner;
  readonly bins: readonly Bin[];
}

function nameOf({ from, to, unseenState }: Bin): string {
  const t = figures().errors;
  if (unseenState) return t.unseenStates;
  if (from === 0) return t.unseenActions;
  return from === to ? t.seenOnce : t.seenBetween(from, to);
}

const short = (count: number) =>
  count >= 1000 ? figures().errors.thousands(Math.round(count / 1000)) : formatCount(count);

/** A number in [−½, ½) for each pair, the same at every drawing. */
const jitter = (pair: number) => ((pair * 0.618034) % 1) - 0.5;

interface PlotProps {
  readonly scene: Scene;
  readonly shapes: readonly Shape[];
  readonly scheme: Scheme;
}

const Plot = memo(function Plot({ scene, shapes, scheme }: PlotProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const { grid, problem, ranges } = scene;
  const t = figures().errors;
  const bins = shapes[0]?.bins ?? [];
  // The two classes without rows are wider, and set apart from the axis of counts.
  const unseen = Math.min(84, 0.2 * width);
  const counted = Math.max(1, bins.length - 2);
  const slot = (width - LEFT - 2 * unseen - 12) / counted;
  const middle = (bin: number) =>
    bin < 2 ? LEFT + unseen * (bin + 0.5) : LEFT + 2 * unseen + 12 + slot * (bin - 1.5);
  const room = (bin: number) => (bin < 2 ? unseen : slot) * 0.8;
  const limit = ranges.range;
  const y = (error: number) =>
    8 + (PLOT - 16) * (0.5 - Math.max(-limit, Math.min(limit, error)) / (2 * limit));
  const stride = Math.max(1, Math.ceil(problem.counts.length / MOST_POINTS));
  const spot = (bin: number, i: number) =>
    middle(bin) + ((i + 0.5) / shapes.length - 0.5) * room(bin);
  const points = ({ values }: Learner, i: number) => {
    if (!values?.q) return '';
    let path = '';
    for (let pair = 0; pair < problem.counts.length; pair += stride) {
      const state = Math.floor(pair / ACTION_COUNT);
      const error = values.q[pair] - values.trueQ[pair];
      if (!acts(grid, state) || !Number.isFinite(error)) continue;
      const bin = binOf(problem.counts[pair], visits(problem.counts, state));
      const x = spot(bin, i) + (jitter(pair) * room(bin)) / shapes.length;
      path += `M${x.toFixed(1)} ${y(error).toFixed(1)}h0`;
    }
    return path;
  };
  const line = (of: readonly Bin[], i: number) =>
    of
      .flatMap(({ median }, bin) => (median === null || bin < 2 ? [] : [[spot(bin, i), y(median)]]))
      .map(([x, at], first) => `${first ? 'L' : 'M'}${x} ${at}`)
      .join('');
  return (
    <div ref={box} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg
          translate="no"
          className={styles.plot}
          width={width}
          height={HEIGHT}
          aria-hidden="true"
        >
          {[-limit, 0, limit].map((tick) => (
            <g key={tick}>
              <line className={styles.axis} x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
              <text className={styles.small} x={LEFT - 5} y={y(tick) + 4} textAnchor="end">
                {tick === 0 ? t.truth : formatSigned(tick)}
              </text>
            </g>
          ))}
          <line
            className={styles.axis}
            x1={LEFT + 2 * unseen + 6}
            x2={LEFT + 2 * unseen + 6}
            y1={0}
            y2={HEIGHT}
          />
          {bins.map((bin, at) =>
            at < 2 ? (
              <g key={nameOf(bin)} className={styles.small} textAnchor="middle">
                {(bin.unseenState ? t.unseenState : t.unseenAction).map((word, i) => (
                  <text key={word} x={middle(at)} y={PLOT + 14 + 15 * i}>
                    {word}
                  </text>
                ))}
              </g>
            ) : (
              <text
                key={nameOf(bin)}
                className={styles.small}
                x={middle(at)}
                y={PLOT + 14}
                textAnchor="middle"
              >
                {short(bin.from)}
              </text>
            ),
          )}
          <text
            className={styles.small}
            x={(LEFT + 2 * unseen + width) / 2}
            y={PLOT + 36}
            textAnchor="middle"
          >
            {t.axis}
          </text>
          {shapes.map(({ learner, bins: of }, i) => {
            const color = learner.instance.color[scheme];
            return (
              <g key={learner.instance.id} stroke={color} fill="none">
                <path d={points(learner, i)} className={styles.dots} />
                <path
                  d={line(of, i)}
                  strokeWidth={1.8}
                  strokeDasharray={learner.instance.variant > 0 ? '5 3' : undefined}
                />
                {of.map(({ median, lower, upper, from, unseenState }, bin) =>
                  median === null || lower === null || upper === null ? null : (
                    <g key={`${from} ${unseenState}`}>
                      <path
                        d={`M${spot(bin, i)} ${y(lower)}V${y(upper)}`}
                        strokeWidth={3}
                        opacity={0.45}
                      />
                      <circle cx={spot(bin, i)} cy={y(median)} r={3.4} fill={color} />
                    </g>
                  ),
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
});

function Picture({ scene }: { readonly scene: Scene }) {
  const scheme = useScheme();
  const learners = useLearners();
  const { grid, problem } = scene;
  const seed = useModel(({ settings }) => trainingSeedOf(settings));
  const shapes = useMemo(
    () =>
      learners.flatMap((learner): readonly Shape[] => {
        const { values } = learner;
        if (values?.q?.length !== problem.counts.length) return [];
        const bins = errorsByCount(values.q, values.trueQ, problem.counts, (s) => acts(grid, s));
        return [{ learner, bins }];
      }),
    [learners, problem, grid],
  );
  const t = figures().errors;
  if (shapes.length === 0) {
    return (
      <p className={styles.nothing} style={{ height: 320 }}>
        {t.nothing}
      </p>
    );
  }
  return (
    <>
      <p className={styles.about}>
        {shapes.map(({ learner: { instance } }) => (
          <span key={instance.id} className={styles.entry}>
            <span className={styles.key} style={{ background: instance.color[scheme] }} />{' '}
            {instance.short}
          </span>
        ))}{' '}
        {t.about}
      </p>
      <Plot scene={scene} shapes={shapes} scheme={scheme} />
      {/* A table is as wide as its words, whatever its style says: the box around it is what hides it. */}
      <div className="visually-hidden">
        <table>
          <caption>{t.caption}</caption>
          <tbody>
            {shapes[0].bins.map((bin, at) => (
              <tr key={nameOf(bin)}>
                <th scope="row">{t.pairs(nameOf(bin), bin.pairs)}</th>
                {shapes.map(({ learner, bins }) => {
                  const { median } = bins[at];
                  return (
                    <td key={learner.instance.id}>
                      {learner.instance.short} {median === null ? t.none : formatSigned(median)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Download
        of="error-by-count"
        name={t.name}
        table={() =>
          learnerTable(
            grid,
            problem.counts,
            shapes.map(({ learner: { instance, values } }) => ({ id: instance.id, seed, values })),
          )
        }
        corner
      />
    </>
  );
}

/** The shape of error: how far every learner is off, by how often the data took the pair. */
export default function ErrorFigure() {
  return (
    <Shell title={figures().errors.title} height={360}>
      {(scene) => <Picture scene={scene} />}
    </Shell>
  );
}
