import { useSyncExternalStore } from 'react';
import { charts } from '../../texts/charts';
import { PALETTES, type Scheme } from '../theme/palette';
import type { Live } from './LiveLayer';
import { nearestPoint, spreadAt } from './series';
import type { Store } from './store';

interface StepTooltipProps {
  readonly store: Store<Live>;
  readonly scheme: Scheme;
  /** What recharts passes: the step under the pointer or the keyboard's cursor. */
  readonly label?: unknown;
  readonly active?: boolean;
}

/** All lines of a chart at one measured step. */
export function StepTooltip({ store, scheme, label, active }: StepTooltipProps) {
  const t = charts();
  const live = useSyncExternalStore(store.subscribe, store.get);
  const step = Number(label);
  if (!active || !Number.isFinite(step)) return null;
  const palette = PALETTES[scheme];
  // What is compared with is seen beside the lines, and would say everything twice.
  const lines = live.lines.filter(({ ghost }) => !ghost);
  const rows = lines.map((line) => ({
    line,
    point: nearestPoint(line.points, step),
    spread: spreadAt(line, step),
  }));
  const seeds = Math.max(1, ...lines.map((line) => line.seeds.length));
  const at = rows.find((row) => row.point)?.point?.x;
  if (at === undefined) return null;
  return (
    <div
      style={{
        background: palette.card,
        color: palette.ink,
        border: `1px solid ${palette.line}`,
        borderRadius: 6,
        padding: '6px 9px',
        fontSize: 11.5,
        lineHeight: 1.4,
        boxShadow: '0 2px 10px rgba(0, 0, 0, 0.14)',
      }}
    >
      <div style={{ fontWeight: 600 }}>{t.step(at)}</div>
      {seeds > 1 && <div style={{ color: palette.muted }}>{t.ofSeeds(seeds)}</div>}
      <table style={{ borderSpacing: 0, fontVariantNumeric: 'tabular-nums' }}>
        <tbody>
          {rows.map(({ line, point, spread }) => (
            <tr key={line.key}>
              <td style={{ color: line.color, fontWeight: 600, paddingRight: 10 }}>{line.name}</td>
              <td style={{ textAlign: 'right' }}>
                {point && point.y !== null ? line.text(point.y) : '–'}
              </td>
              {spread && (
                <td style={{ textAlign: 'right', paddingLeft: 10, color: palette.muted }}>
                  {t.range(line.text(spread[0]), line.text(spread[1]))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
