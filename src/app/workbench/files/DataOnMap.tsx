import { useMemo, useState } from 'react';
import { type Coverage, countPairs, coverage, empiricalPolicy } from '../../../data/dataset';
import { ACTION_COUNT, type StateIndex } from '../../../mdp/types';
import { files } from '../../../texts/files';
import { formatCount, formatValue } from '../../../texts/format';
import type { FilePreview } from '../../../worker/files/protocol';
import { type Scene, useScheme } from '../../basics/context';
import { HeatMap } from '../../map/HeatMap';
import type { MapValues } from '../../map/types';
import type { DownloadProps } from '../../pictures/Download';
import { countTable } from '../../pictures/map-tables';
import type { Grid, MapRanges } from '../../state/grid';
import { gridOf, rangesOf } from '../../state/grid';
import { PALETTES } from '../../theme/palette';
import type { Room } from '../Bench';
import styles from './files.module.css';

/** What is on the map: rows that are in use, or of a file that is looked at. */
export interface ShownData {
  readonly label: string;
  readonly grid: Grid;
  readonly rows: number;
  readonly episodes: number;
  /** `[states × 4]` N(s,a). */
  readonly counts: Int32Array;
  readonly coverage: Coverage;
  /** Exact returns. */
  readonly inSupport: number;
  readonly optimal: number;
}

/** The data of the present run. */
export function presentData({ problem, grid }: Scene): ShownData {
  const counts = countPairs(grid.mdp.states, problem.transitions);
  return {
    label: files().dataset,
    grid,
    rows: problem.transitions.size,
    episodes: problem.episodes,
    counts: problem.counts,
    coverage: coverage(grid.mdp, counts),
    inSupport: problem.truth.inSupport,
    optimal: problem.truth.optimal,
  };
}

/** The rows that a file offers in a world. */
export function previewData(preview: FilePreview, world: Parameters<typeof gridOf>[0]): ShownData {
  const { data, episodes, counts, inSupport, optimal } = preview;
  return {
    label: files().preview(data.label),
    grid: gridOf(world),
    rows: data.transitions.size,
    episodes,
    counts,
    coverage: preview.coverage,
    inSupport,
    optimal,
  };
}

/** Counts, and how often each action was taken in its state, ready for a map. */
function drawable(counts: Int32Array): { readonly ranges: MapRanges; readonly values: MapValues } {
  const states = new Int32Array(counts.length / ACTION_COUNT).map((_, s) =>
    counts.subarray(s * ACTION_COUNT, (s + 1) * ACTION_COUNT).reduce((sum, n) => sum + n, 0),
  );
  const policy = empiricalPolicy({ pairs: counts, states });
  return {
    ranges: rangesOf([], counts),
    values: { q: null, trueQ: null, policy, occupancy: null },
  };
}

/** The map as a file. */
export function downloadOf({ label, grid, counts }: ShownData): DownloadProps {
  const { ranges, values } = drawable(counts);
  return {
    of: 'files',
    name: label,
    table: () => countTable(grid, counts, values.policy),
    legend: { layer: 'counts', ranges },
  };
}

/** Counts on the map, as large as there is room. */
export function DataOnMap({ data, room }: { readonly data: ShownData; readonly room: Room }) {
  const scheme = useScheme();
  const [hovered, setHovered] = useState<StateIndex | null>(null);
  const [pinned, setPinned] = useState<StateIndex | null>(null);
  const { counts, grid, label } = data;
  const drawn = useMemo(() => drawable(counts), [counts]);
  return (
    <div style={{ width: room.width }}>
      <HeatMap
        grid={grid}
        layer="counts"
        values={drawn.values}
        counts={counts}
        ranges={drawn.ranges}
        label={label}
        color={PALETTES[scheme].ink}
        scheme={scheme}
        selected={pinned}
        hovered={hovered}
        onHover={setHovered}
        onSelect={setPinned}
        arrows={false}
        maxHeight={room.height}
      />
    </div>
  );
}

/** What the rows amount to. */
export function DataNumbers({ data }: { readonly data: ShownData }) {
  const t = files().numbers;
  const { rows, episodes, coverage: covered, inSupport, optimal } = data;
  const numbers = [
    [t.rows, formatCount(rows)],
    [t.episodes, formatCount(episodes)],
    [t.pairs, t.pairsOf(covered.seenPairs, covered.pairs)],
    [t.inSupport, formatValue(inSupport)],
    [t.optimal, formatValue(optimal)],
  ] as const;
  return (
    <dl className={styles.numbers}>
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
