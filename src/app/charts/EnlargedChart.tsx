import { useMemo } from 'react';
import { type Scene, useModel, useScheme } from '../basics/context';
import { useSize } from '../map/hooks';
import type { InstanceView } from '../state/instances';
import type { Series } from '../state/series';
import { axisOf, widerAxis } from './axis';
import { LiveChart } from './LiveChart';
import { type LineChartName, lineChart } from './line-charts';

/** How much larger than on a desk: a chart is read from the back row. */
const ZOOM = 2;
/** Room right of the plot for the names of the lines, before it is enlarged. */
const GUTTER = 128;
const NO_JUMPS = [] as const;

/** One chart of the evidence, enlarged as for a hall unless `zoom` says otherwise. */
export default function EnlargedChart({
  name,
  instances,
  series,
  scene,
  zoom = ZOOM,
}: {
  readonly name: LineChartName;
  readonly instances: readonly InstanceView[];
  readonly series: Series;
  readonly scene: Scene;
  readonly zoom?: number;
}) {
  const chart = lineChart(name);
  const scheme = useScheme();
  const [box, size] = useSize<HTMLDivElement>();
  const steps = useModel(({ settings, step }) => axisOf(settings, step));
  const spacing = useModel((model) => model.settings.measureEvery);
  const { truth } = scene.problem;
  const { range } = scene.ranges;
  const { snapshots, version } = series;
  // The array grows in place: what is derived from it hangs on its version.
  const lines = useMemo(
    () => (version >= 0 ? chart.lines(snapshots, instances, scheme) : []),
    [chart, snapshots, version, instances, scheme],
  );
  const { axis } = widerAxis(chart.axis(truth, range), lines);
  const [low, high] = axis;
  const zones = useMemo(() => chart.zones?.(), [chart]);
  const references = useMemo(() => chart.references(truth), [chart, truth]);
  const height = Math.floor((size?.height ?? 0) / zoom);
  return (
    <div ref={box} style={{ width: '100%', height: '100%' }}>
      {height > 60 && (
        <div style={{ zoom }}>
          <LiveChart
            name={chart.words().name}
            height={height}
            lines={lines}
            jumps={NO_JUMPS}
            low={low}
            high={high}
            ticks={chart.ticks(axis, 3)}
            tickText={chart.tickText}
            references={references}
            zones={zones}
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
