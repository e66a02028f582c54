import { Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { rewardScaleOf } from '../../experiment/scale';
import { settingOf } from '../../experiment/settings/describe';
import { ACTIONS } from '../../mdp/types';
import { figures } from '../../texts/figures';
import { formatCount, formatSigned, formatValue } from '../../texts/format';
import { words } from '../../texts/words';
import { type Scene, useModel, useScheme } from '../basics/context';
import { fill } from '../basics/fill';
import { Download } from '../pictures/Download';
import styles from './figures.module.css';
import { preferred, rowOf, useLearners, useMarked } from './hooks';
import { pushesOf, softmaxOf, stationaryPoint, targetsOf } from './push';
import { Shell } from './Shell';

const ARROWS = ['↑', '→', '↓', '←'];

/** The two hands on one action: to the left what pushes down, to the right what pushes up. */
function Hands({
  down,
  up,
  full,
  color,
}: {
  readonly down: number;
  readonly up: number;
  readonly full: number;
  readonly color: string;
}) {
  const length = (push: number) => Math.min(50, (push / full) * 50);
  const net = 50 + Math.max(-50, Math.min(50, ((up - down) / full) * 50));
  return (
    <svg
      translate="no"
      className={styles.hands}
      viewBox="0 0 100 22"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect x={50 - length(down)} y={3} width={length(down)} height={7} fill={color} />
      <rect x={50} y={3} width={length(up)} height={7} className={styles.up} />
      <rect
        x={Math.min(50, net)}
        y={13}
        width={Math.max(0.4, Math.abs(net - 50))}
        height={5}
        className={styles.net}
      />
      <line
        x1={50}
        x2={50}
        y1={0}
        y2={22}
        className={styles.axis}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** Whose values are drawn: of one that is pushed, else of one that could be. */
const WISHES: Parameters<typeof preferred>[1] = [
  ({ sinks }) => sinks,
  ({ actsOnValues }) => actsOnValues,
  ({ hasValues }) => hasValues,
];

function Picture({ scene }: { readonly scene: Scene }) {
  const scheme = useScheme();
  const learner = preferred(useLearners(), WISHES);
  const { state, place, instead } = useMarked(scene);
  const page = useModel((model) => {
    const pushed = learner?.instance.method.sinks;
    const key = `${pushed ? learner.instance.id : 'cql'}.alpha`;
    return Number(settingOf(model.settings, key) ?? model.settings['cql.alpha']);
  });
  // The learners see values times c, and the penalty counts in units of κ of those.
  const scale = useModel(({ settings }) => rewardScaleOf(scene.problem, settings));
  const kappa = useModel(({ settings }) => Number(settings['cql.temperature']));
  const soft = useModel(({ settings }) => settings['cql.backup'] === 'softmax');
  const [chosen, setChosen] = useState<number | null>(null);
  const { counts, transitions, world } = scene.problem;
  const table = learner?.values?.q ?? null;
  const targets = useMemo(() => {
    const mean = (values: readonly number[]) =>
      softmaxOf(values, scale).reduce((sum, share, a) => sum + share * values[a], 0);
    return table && targetsOf(transitions, world.gamma, table, state, soft ? mean : undefined);
  }, [transitions, world.gamma, table, state, scale, soft]);
  const n = rowOf(counts, state);
  const rows = n.reduce((sum, count) => sum + count, 0);
  const q = table && rowOf(table, state);
  const t = figures().push;
  if (!learner || !targets || !q?.every(Number.isFinite) || rows === 0) {
    return (
      <p className={styles.nothing} style={{ height: 330 }}>
        {t.nothing}
      </p>
    );
  }
  // Room for four times the page's α, so that the picture grows with the slider, not with the scale.
  const full = page > 0 ? Number((4 * page).toPrecision(1)) : 0.1;
  const alpha = Math.min(full, chosen ?? page);
  const color = learner.instance.color[scheme];
  const pushes = pushesOf(q, n, alpha, scale / kappa);
  const mu = softmaxOf(q, scale / kappa);
  const largest = Math.max(...mu, ...n.map((count) => count / rows));
  const restOf = (a: number) => {
    const y = targets[a];
    return y === null ? null : stationaryPoint(y, alpha / scale, mu[a], n[a] / rows);
  };
  return (
    <>
      <p className={styles.about}>
        {fill(t.about(place, instead, learner.instance.short), {
          down: <span className={styles.key} style={{ background: color }} />,
          up: <span className={`${styles.key} ${styles.keyUp}`} />,
        })}
      </p>
      <table className={styles.pushes}>
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.action}</th>
            <th scope="col">Q̂</th>
            <th scope="col">{t.hands}</th>
            <th scope="col">{t.net}</th>
            <th scope="col">{t.restsAt}</th>
          </tr>
        </thead>
        <tbody>
          {words().actions.map((name, a) => {
            const { down, up } = pushes[a];
            const y = targets[a];
            const rest = restOf(a);
            return (
              <tr key={name}>
                <th scope="row">
                  {ARROWS[a]} {name}
                  <small>{n[a] > 0 ? `${formatCount(n[a])}×` : t.never}</small>
                </th>
                <td>{formatValue(q[a], 3)}</td>
                <td className={styles.bar}>
                  <span className="visually-hidden">
                    {t.pushes(formatValue(down, 4), formatValue(up, 4))}
                  </span>
                  <Hands down={down} up={up} full={full * largest} color={color} />
                </td>
                <td>{formatSigned(up - down, 3)}</td>
                <td>
                  {rest === null || y === null ? (
                    <>
                      {t.nowhere}
                      <small>{t.noOptimum}</small>
                    </>
                  ) : (
                    <>
                      {formatValue(rest, 3)}
                      <small>
                        y {formatValue(y, 2)} {formatSigned(rest - y, 3)}
                      </small>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.control} data-no-picture>
        <span>α = 0</span>
        <Slider
          className={styles.slider}
          size={3}
          thumbSize={16}
          color={color}
          label={null}
          thumbLabel={t.slider}
          thumbValueText={`α = ${formatValue(alpha, 4)}`}
          min={0}
          max={full}
          step={full / 100}
          value={alpha}
          onChange={setChosen}
        />
        <span>{formatValue(full, full < 0.1 ? 3 : 2)}</span>
      </div>
      <p className={styles.result} data-figure-result>
        {fill(t.result, { alpha: <b>{formatValue(alpha, 4)}</b> })}
      </p>
      <Download
        of="push"
        name={t.name}
        table={() => ({
          columns: [
            'action',
            'actionName',
            'count',
            'alpha',
            'q',
            'down',
            'up',
            'target',
            'restsAt',
          ],
          rows: ACTIONS.map((name, a) => [
            ...[a, name, n[a], alpha, q[a], pushes[a].down, pushes[a].up, targets[a], restOf(a)],
          ]),
        })}
        corner
      />
    </>
  );
}

/** The two hands of the CQL penalty on the four values of the marked cell. */
export default function PushFigure() {
  return (
    <Shell title={figures().push.title} height={370}>
      {(scene) => <Picture scene={scene} />}
    </Shell>
  );
}
