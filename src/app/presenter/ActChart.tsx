import { useMemo } from 'react';
import { charts } from '../../texts/charts';
import { formatSigned, formatValue } from '../../texts/format';
import { axisOf, niceTicks, returnDomain } from '../charts/axis';
import { LiveChart } from '../charts/LiveChart';
import { errorLines, returnLines, returnReferences } from '../charts/panels';
import { type Scene, useModel, useScheme } from '../context';
import type { InstanceView } from '../instances';
import { useSize } from '../map/hooks';
import type { Series } from '../state/series';

/** How much larger than on a desk: a chart is read from the back row. */
const ZOOM = 2;
/** Room right of the plot for the names of the lines, before it is enlarged. */
const GUTTER = 128;
const NO_JUMPS = [] as const;
const ZERO = [{ value: 0, label: [], strong: true }] as const;

/** One chart of the evidence, enlarged as for a hall unless `zoom` says otherwise. */
export default function ActChart({
  kind,
  instances,
  series,
  scene,
  zoom = ZOOM,
}: {
  readonly kind: 'error' | 'returns';
  readonly instances: readonly InstanceView[];
  readonly series: Series;
  readonly scene: Scene;
  readonly zoom?: number;
}) {
  const scheme = useScheme();
  const [box, size] = useSize<HTMLDivElement>();
  const steps = useModel(({ settings, step }) => axisOf(settings, step));
  const spacing = useModel((model) => model.settings.measureEvery);
  const { truth } = scene.problem;
  const { range } = scene.ranges;
  const { snapshots, version } = series;
  // The array grows in place: what is derived from it hangs on its version.
  const lines = useMemo(
    () =>
      version >= 0
        ? (kind === 'error' ? errorLines : returnLines)(snapshots, instances, scheme)
        : [],
    [kind, snapshots, version, instances, scheme],
  );
  const [low, high] = kind === 'error' ? [-range, range] : returnDomain(truth);
  const references = useMemo(
    () => (kind === 'error' ? ZERO : returnReferences(truth)),
    [kind, truth],
  );
  const height = Math.floor((size?.height ?? 0) / zoom);
  return (
    <div ref={box} style={{ width: '100%', height: '100%' }}>
      {height > 60 && (
        <div style={{ zoom }}>
          <LiveChart
            name={charts()[kind].name}
            height={height}
            lines={lines}
            jumps={NO_JUMPS}
            low={low}
            high={high}
            ticks={kind === 'error' ? [-range, 0, range] : niceTicks(low, high, 3)}
            tickText={
              kind === 'error'
                ? (value) => (value === 0 ? charts().error.truth : formatSigned(value))
                : formatValue
            }
            references={references}
            steps={steps}
            spacing={spacing}
            scheme={scheme}
            highlighted={null}
            gutter={GUTTER}
          />
        </div>
      )}
    </div>
  );
}
