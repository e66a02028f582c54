import { type RefObject, useEffect, useMemo } from 'react';
import { useActiveTooltipLabel, usePlotArea, useXAxisScale } from 'recharts';
import { trying } from '../../texts/trying';
import { useModel } from '../basics/context';
import { editMarks } from '../controls/edit-marks';
import { onlineSince } from '../state/online';
import { PALETTES, type Scheme } from '../theme/palette';

interface TimeLayerProps {
  readonly scheme: Scheme;
  /** Right end of the step axis. */
  readonly steps: number;
  readonly time: RefObject<TimeAxis>;
}

/** What a chart knows of its axis of steps, for who points at it. */
export interface TimeAxis {
  /** Step under the pointer, or chosen by the arrow keys; null where none is. */
  readonly active: number | null;
  /** Left end and width of the plot, in CSS pixels. */
  readonly left: number;
  readonly width: number;
}

/** What a chart says of time: where a setting was changed, and the moment that the page shows. */
export function TimeLayer({ scheme, steps, time }: TimeLayerProps) {
  const moment = useModel((model) => model.shownStep);
  const base = useModel((model) => model.base);
  const edits = useModel((model) => model.edits);
  const online = useModel(onlineSince);
  const marks = useMemo(() => editMarks(base, edits), [base, edits]);
  const x = useXAxisScale();
  const plot = usePlotArea();
  const label = useActiveTooltipLabel();
  useEffect(() => {
    time.current = {
      active: typeof label === 'number' ? label : null,
      left: plot?.x ?? 0,
      width: plot?.width ?? 0,
    };
  }, [time, label, plot]);
  if (!x || !plot) return null;
  const palette = PALETTES[scheme];
  const bottom = plot.y + plot.height;
  const at = moment === null ? undefined : x(moment);
  const from = online === null ? undefined : x(online);
  return (
    <g>
      {from !== undefined && (
        <g>
          <rect
            x={from}
            y={plot.y}
            width={Math.max(0, plot.x + plot.width - from)}
            height={plot.height}
            fill={palette.muted}
            opacity={0.14}
          />
          <path d={`M${from} ${plot.y}V${bottom}`} stroke={palette.muted} strokeDasharray="2 2" />
          <text
            x={plot.x + plot.width - 4}
            y={plot.y + 23}
            fontSize={10}
            textAnchor="end"
            fill={palette.ink}
          >
            {trying().here}
          </text>
        </g>
      )}
      {marks
        .filter(({ step }) => step <= steps && x(step) !== undefined)
        .map(({ step, sentence }) => (
          <g key={step}>
            <title>{sentence}</title>
            <path d={`M${x(step)} ${bottom}v-9`} stroke={palette.ink} strokeWidth={2} />
          </g>
        ))}
      {at !== undefined && (
        <path d={`M${at} ${plot.y}V${bottom}`} stroke={palette.ink} strokeWidth={1.2} />
      )}
    </g>
  );
}
