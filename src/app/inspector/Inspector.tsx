import { Fragment, memo } from 'react';
import { formatValue } from '../../texts/format';
import { inspector } from '../../texts/inspector';
import { words } from '../../texts/words';
import { fill } from '../basics/fill';
import { describePlace } from '../map/describe';
import { useSize } from '../map/hooks';
import { acts } from '../map/paint';
import { PALETTES } from '../theme/palette';
import { headlineOf } from './headline';
import { lieIn } from './lie';
import type { InspectorProps } from './types';

const PLOT = 88;
const TOP = 10;
const AXIS = 42;

/** The actions that a policy takes in a state now and then, the likeliest first. */
function waysOf(policy: ArrayLike<number>, state: number) {
  return [0, 1, 2, 3]
    .map((action) => ({ action, share: policy[state * 4 + action] ?? 0 }))
    .filter(({ share }) => share >= 0.05)
    .sort((a, b) => b.share - a.share);
}

/**
 * One cell, everything known about it: for each action how often the data took it, what each
 * learner believes (bar), what that learner's policy would really earn (dash), and how likely it
 * is to be taken (dot).
 */
export const Inspector = memo(function Inspector(props: InspectorProps) {
  const {
    problem,
    grid,
    ranges,
    frame,
    instances,
    state,
    pinned = false,
    scheme,
    shown = '',
  } = props;
  const t = inspector();
  const { actions } = words();
  const [box, size] = useSize<HTMLDivElement>();
  const palette = PALETTES[scheme];
  const style = { width: '100%', minHeight: 200, color: palette.ink, fontSize: 12 };
  if (state === null || state >= grid.states || !acts(grid, state)) {
    const why =
      state === null || state >= grid.states
        ? t.hint
        : grid.mdp.terminal[state]
          ? t.ends
          : t.unreachable;
    return (
      <div ref={box} style={{ ...style, display: 'grid', placeItems: 'center' }}>
        <p style={{ color: palette.muted, maxWidth: 280, textAlign: 'center' }}>{why}</p>
      </div>
    );
  }
  const learners = instances.map((instance) => ({
    instance,
    values: frame?.learners[instance.id]?.[0] ?? null,
  }));
  const lies = learners.flatMap(({ instance, values }) => {
    const lie = values && lieIn(values, state);
    return lie ? [{ instance, lie }] : [];
  });
  const bars = learners.filter(({ instance }) => instance.method.hasValues);
  const width = size?.width ?? 0;
  const left = 34;
  const slot = Math.max(0, width - left) / 4;
  const bar = Math.min(16, (slot - 16) / Math.max(1, bars.length) - 3);
  const low = ranges.low - ranges.range;
  const high = ranges.high + 0.15 * ranges.range;
  const y = (value: number) =>
    TOP + ((high - Math.max(low, Math.min(high, value))) / (high - low)) * PLOT;
  const zero = y(Math.max(low, Math.min(high, 0)));
  const ticks = [ranges.low - ranges.range, ranges.low, ranges.high];
  const height = TOP + PLOT + AXIS;

  return (
    <div ref={box} style={style}>
      <p style={{ margin: 0, color: palette.muted, fontSize: 11 }}>
        {describePlace(grid, state)}
        {pinned ? ` · ${t.pinned}` : ''}
        {shown ? ` · ${shown}` : ''}
      </p>
      <p style={{ margin: 0, fontWeight: 650, fontSize: 13, lineHeight: 1.3, minHeight: 34 }}>
        {headlineOf(frame, instances, problem.counts, state, ranges.range)}
      </p>
      <svg
        translate="no"
        width={width}
        height={height}
        aria-hidden="true"
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} stroke={palette.line} />
            <text
              x={left - 5}
              y={y(tick) + 3.5}
              fontSize={10}
              textAnchor="end"
              fill={palette.muted}
            >
              {formatValue(tick)}
            </text>
          </g>
        ))}
        <line x1={left} x2={width} y1={zero} y2={zero} stroke={palette.muted} strokeWidth={1} />
        {bar > 1 &&
          actions.map((name, action) => {
            const pair = state * 4 + action;
            const count = problem.counts[pair];
            const middle = left + slot * (action + 0.5);
            const first = middle - (bars.length * (bar + 3) - 3) / 2;
            return (
              <g key={name}>
                <text
                  x={middle}
                  y={height - 15}
                  fontSize={11.5}
                  fontWeight={650}
                  textAnchor="middle"
                  fill={palette.ink}
                >
                  {name}
                </text>
                <text
                  x={middle}
                  y={height - 3}
                  fontSize={10.5}
                  fontWeight={count > 0 ? 400 : 650}
                  textAnchor="middle"
                  fill={count > 0 ? palette.muted : palette.ink}
                >
                  {t.seen(count)}
                </text>
                {bars.map(({ instance, values }, i) => {
                  const q = values?.q?.[pair];
                  if (!values || q === undefined) return null;
                  const x = first + i * (bar + 3);
                  const top = Math.min(y(q), zero);
                  const color = instance.color[scheme];
                  const off = q < low || q > high;
                  const text = formatValue(q, Math.abs(q) >= 10 ? 0 : 1);
                  const truth = y(values.trueQ[pair]);
                  const share = values.policy[pair];
                  const rest = frame?.rests[instance.id]?.[pair] ?? Number.NaN;
                  return (
                    <g key={instance.id}>
                      <rect
                        x={x}
                        y={top}
                        width={bar}
                        height={Math.max(1, Math.abs(y(q) - zero))}
                        fill={color}
                        opacity={count === 0 && instance.method.consults === 'data' ? 0.3 : 1}
                      />
                      <line
                        x1={x - 2}
                        x2={x + bar + 2}
                        y1={truth}
                        y2={truth}
                        stroke={palette.card}
                        strokeWidth={4}
                      />
                      <line
                        x1={x - 2}
                        x2={x + bar + 2}
                        y1={truth}
                        y2={truth}
                        stroke={palette.ink}
                        strokeWidth={2}
                      />
                      {Number.isFinite(rest) && (
                        <line
                          x1={x - 1}
                          x2={x + bar + 1}
                          y1={y(rest)}
                          y2={y(rest)}
                          stroke={palette.ink}
                          strokeWidth={1.4}
                          strokeDasharray="2 1.5"
                        />
                      )}
                      {off && (
                        <text
                          x={x + bar / 2}
                          y={q < low ? TOP + PLOT + 10 : TOP - 1}
                          fontSize={10}
                          fontWeight={650}
                          textAnchor="middle"
                          fill={color}
                        >
                          {q < low ? `↓${text}` : `↑${text}`}
                        </text>
                      )}
                      {share >= 0.5 && !(q < low) && (
                        <path
                          d={`M${x + bar / 2} ${TOP + PLOT + 2}l4 6h-8z`}
                          fill={color}
                          opacity={Math.max(0.35, share)}
                        />
                      )}
                    </g>
                  );
                })}
              </g>
            );
          })}
      </svg>
      <p style={{ margin: '5px 0 0', fontSize: 11, lineHeight: 1.35, color: palette.muted }}>
        {t.key}{' '}
        {learners
          .filter(({ instance, values }) => !instance.method.hasValues && values)
          .map(({ instance, values }) => (
            <span key={instance.id}>
              {fill(t.noValues(waysOf(values?.policy ?? [], state)), {
                name: (
                  <b translate="no" style={{ color: instance.color[scheme] }}>
                    {instance.short}
                  </b>
                ),
              })}
            </span>
          ))}
      </p>
      {lies.length > 0 && (
        <p style={{ margin: '3px 0 0', fontSize: 11, lineHeight: 1.35 }}>
          {t.lie.intro}{' '}
          {lies.map(({ instance, lie }, i) => (
            <Fragment key={instance.id}>
              {i > 0 && ' · '}
              <span style={{ whiteSpace: 'nowrap' }}>
                {fill(t.lie.of(lie.here, lie.total), {
                  name: (
                    <b translate="no" style={{ color: instance.color[scheme] }}>
                      {instance.short}
                    </b>
                  ),
                })}
              </span>
            </Fragment>
          ))}
        </p>
      )}
      {/* A table grows with what is in it, whatever width it is given. */}
      <div className="visually-hidden">
        <table>
          <caption>{describePlace(grid, state)}</caption>
          <tbody>
            {actions.map((name, action) => {
              const pair = state * 4 + action;
              return (
                <tr key={name}>
                  <th scope="row">{t.actionSeen(action, problem.counts[pair])}</th>
                  {bars.map(({ instance, values }) => (
                    <td key={instance.id}>
                      {values?.q
                        ? t.value(
                            instance.short,
                            values.q[pair],
                            values.trueQ[pair],
                            frame?.rests[instance.id]?.[pair] ?? Number.NaN,
                          )
                        : t.nothingYet(instance.short)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
});
