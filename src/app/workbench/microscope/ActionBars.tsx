import { ACTIONS } from '../../../mdp/types';
import { formatSeen, formatSigned, formatValue } from '../../../texts/format';
import { microscope } from '../../../texts/microscope';
import { words } from '../../../texts/words';
import { useSize } from '../../map/hooks';
import { Download } from '../../pictures/Download';
import type { Table } from '../../pictures/table';
import styles from './microscope.module.css';
import type { ActionBar, Bars } from './stages/types';

const ROW = 34;
const NAMES = 118;
const NUMBERS = 56;
const PUSHES = 64;
const ARROWS = ['↑', '→', '↓', '←'];
/** A push is drawn at most this long, in pixels, the largest of a picture in full. */
const LONGEST = 46;

interface Scale {
  readonly low: number;
  readonly high: number;
}

/** One scale for the bars and their truths; 0 is always on it. */
function scaleOf({ kind, actions }: Bars, range: Scale): Scale {
  if (kind === 'probabilities') return { low: 0, high: 1 };
  const spread = range.high - range.low;
  const shown = actions.flatMap(({ value, truth }) => (truth === null ? [value] : [value, truth]));
  return {
    low: Math.max(Math.min(range.low, ...shown, 0), range.low - 1.5 * spread),
    high: Math.min(Math.max(range.high, ...shown), range.high + 1.5 * spread),
  };
}

function sentenceOf(
  { value, count, truth, push, dimmed, putIn }: ActionBar,
  action: number,
): string {
  const seen = formatSeen(count);
  const bar = { action: words().actions[action], seen, value, truth, push };
  return microscope().bar({ ...bar, dimmed: dimmed === true, putIn: putIn === true });
}

function tableOf({ actions }: Bars): Table {
  return {
    columns: ['action', 'actionName', 'count', 'value', 'bestPossible', 'push'],
    rows: actions.map(({ count, value, truth, push }, action) => [
      ...[action, ACTIONS[action], count, value, truth, push ?? null],
    ]),
  };
}

interface RowProps {
  readonly bar: ActionBar;
  readonly action: number;
  readonly x: (value: number) => number;
  readonly right: number;
  readonly longest: number;
  readonly color: string;
}

function BarRow({ bar, action, x, right, longest, color }: RowProps) {
  const { value, count, truth, push, marked, dimmed, putIn } = bar;
  const middle = ROW * action + ROW / 2;
  const [from, to] = [x(0), x(value)];
  const length = push && longest > 0 ? (push / longest) * LONGEST : 0;
  const head = Math.sign(length) * Math.min(6, Math.abs(length));
  return (
    <g className={dimmed ? styles.dimmed : undefined}>
      {marked && (
        <rect
          className={styles.marked}
          x={0}
          y={middle - ROW / 2 + 1}
          width={right}
          height={ROW - 2}
          rx={6}
        />
      )}
      <text x={8} y={middle + 4} className={styles.action}>
        {ARROWS[action]} {words().actions[action]}
      </text>
      <text x={72} y={middle + 4} className={count > 0 ? styles.seen : styles.never}>
        {putIn ? microscope().timesAndTruth(count) : microscope().times(count)}
      </text>
      <rect
        x={Math.min(from, to)}
        y={middle - 7}
        width={Math.max(1, Math.abs(to - from))}
        height={14}
        className={putIn ? styles.putIn : undefined}
        fill={count > 0 ? color : 'url(#microscope-hatch)'}
        stroke={color}
        strokeWidth={count > 0 ? 0 : 1}
      />
      {truth !== null && (
        <line
          className={styles.truth}
          x1={x(truth)}
          x2={x(truth)}
          y1={middle - 11}
          y2={middle + 11}
        />
      )}
      {length !== 0 && (
        <path
          className={styles.push}
          d={`M${to} ${middle}h${length - head}m0 -5l${head} 5l${-head} 5`}
        />
      )}
      <text x={right - PUSHES - 6} y={middle + 4} textAnchor="end" className={styles.value}>
        {formatValue(value, 3)}
      </text>
      {push !== undefined && (
        <text x={right - 8} y={middle + 4} textAnchor="end" className={styles.pushed}>
          {Math.abs(push) < 5e-4 ? '0' : formatSigned(push, 3)}
        </text>
      )}
    </g>
  );
}

/**
 * Four bars, one an action: a value or a probability, how often the data took it, the exact optimum
 * as a dash, and which way the update pushes it. Hatched: never tried.
 */
export function ActionBars({
  bars,
  range,
  color,
}: {
  readonly bars: Bars;
  /** Lowest and highest optimal value of the world. */
  readonly range: Scale;
  readonly color: string;
}) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const { low, high } = scaleOf(bars, range);
  const plot = Math.max(40, width - NAMES - NUMBERS - PUSHES - 2 * LONGEST);
  const x = (value: number) =>
    NAMES + LONGEST + ((Math.max(low, Math.min(high, value)) - low) / (high - low || 1)) * plot;
  const longest = Math.max(...bars.actions.map(({ push }) => Math.abs(push ?? 0)));
  const height = ROW * ACTIONS.length;
  return (
    <figure className={styles.bars}>
      <figcaption>{bars.title}</figcaption>
      <Download of="microscope" name={bars.title} table={() => tableOf(bars)} corner />
      <div ref={box} style={{ height }}>
        {width > 0 && (
          <svg
            translate="no"
            className={styles.picture}
            width={width}
            height={height}
            aria-hidden="true"
          >
            <defs>
              <pattern
                id="microscope-hatch"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="1.6" height="5" fill={color} />
              </pattern>
            </defs>
            <line className={styles.zero} x1={x(0)} x2={x(0)} y1={0} y2={height} />
            {bars.actions.map((bar, action) => (
              <BarRow
                key={ACTIONS[action]}
                bar={bar}
                action={action}
                x={x}
                right={width}
                longest={longest}
                color={color}
              />
            ))}
          </svg>
        )}
      </div>
      <ul className="visually-hidden">
        {bars.actions.map((bar, action) => (
          <li key={ACTIONS[action]}>{sentenceOf(bar, action)}</li>
        ))}
      </ul>
    </figure>
  );
}
