import { type RefObject, useEffect } from 'react';
import { useActiveTooltipLabel, usePlotArea, useXAxisScale } from 'recharts';
import { useModel } from '../basics/context';
import { editMarks } from '../controls/edit-marks';
import { PALETTES, type Scheme } from '../theme/palette';

interface TimeLayerProps {
  readonly scheme: Scheme;
  /** Right end of the step axis. */
  readonly steps: number;
  /** Holds the step under the pointer, or chosen by the arrow keys. */
  readonly active: RefObject<number | null>;
}

/** What a chart says of time: where a setting was changed, and the moment that the page shows. */
export function TimeLayer({ scheme, steps, active }: TimeLayerProps) {
  const moment = useModel((model) => model.shownStep);
  const base = useModel((model) => model.base);
  const edits = useModel((model) => model.edits);
  const x = useXAxisScale();
  const plot = usePlotArea();
  const label = useActiveTooltipLabel();
  useEffect(() => {
    active.current = typeof label === 'number' ? label : null;
  }, [active, label]);
  if (!x || !plot) return null;
  const palette = PALETTES[scheme];
  const bottom = plot.y + plot.height;
  const at = moment === null ? undefined : x(moment);
  return (
    <g>
      {editMarks(base, edits)
        .filter(({ step }) => step <= steps)
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
