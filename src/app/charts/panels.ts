import { type RunMeasure, readerOf } from '../../experiment/measures';
import { otherReading } from '../../experiment/readings';
import { type Summary, summaryOf } from '../../experiment/summary';
import type { Snapshot, Truth } from '../../experiment/types';
import { charts } from '../../texts/charts';
import { formatSigned, formatSmall, formatValue } from '../../texts/format';
import { words } from '../../texts/words';
import type { InstanceView } from '../state/instances';
import type { Shown } from '../state/seeds';
import type { Scheme } from '../theme/palette';
import { returnDomain } from './axis';
import type { Reference } from './LiveLayer';
import { type Jump, jumpsOf, type Line, seedSeriesOf, seriesOf, spreadAt } from './series';

/** Solid lines of second instances of a kind are broken, so that hue alone never tells them apart. */
function dashOf(instance: InstanceView): string {
  return instance.variant > 0 ? '7 2' : '';
}

/** One line a learner that has the quantity at some step, named at its end. */
function learnerLines(
  snapshots: readonly Snapshot[],
  instances: readonly InstanceView[],
  scheme: Scheme,
  read: RunMeasure['read'],
  look: Pick<Line, 'width' | 'text'>,
): readonly Line[] {
  return instances
    .map((instance) => ({
      key: instance.id,
      instance: instance.id,
      name: instance.short,
      color: instance.color[scheme],
      dash: dashOf(instance),
      end: { glyph: 'none' as const, label: instance.short },
      points: seriesOf(snapshots, instance.id, read),
      seeds: seedSeriesOf(snapshots, instance.id, read),
      ...look,
    }))
    .filter((line) => line.points.some((point) => point.y !== null));
}

/** Q̂ − Q^π̂ on unseen actions, a line a learner that has values. */
export function errorLines(
  snapshots: readonly Snapshot[],
  instances: readonly InstanceView[],
  scheme: Scheme,
): readonly Line[] {
  const read = readerOf('overestimation.unseenAction');
  return learnerLines(snapshots, instances, scheme, read, { width: 2.2, text: formatSigned });
}

/** What the chart of returns may show besides. */
export interface MoreReturns {
  /** The reading of each learned distribution that does not walk. */
  readonly readings?: boolean;
  /** The belief at which each learner's training comes to rest. */
  readonly rests?: boolean;
}

/** The lines of a run that is only compared with. */
export function ghostsOf(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ({
    ...line,
    key: `ghost ${line.key}`,
    ghost: true,
    seeds: [],
    end: { glyph: 'none', label: '' },
  }));
}

/** Earned (solid) and believed (dashed) return, lines by learner, and what else is asked for. */
export function returnLines(
  snapshots: readonly Snapshot[],
  instances: readonly InstanceView[],
  scheme: Scheme,
  more: MoreReturns = {},
): readonly Line[] {
  const t = charts().returns;
  return instances.flatMap((instance): Line[] => {
    const common = {
      instance: instance.id,
      color: instance.color[scheme],
      text: (value: number) => formatValue(value),
    };
    const believes = readerOf('believedReturn');
    const earns = readerOf('trueReturn');
    const believed = seriesOf(snapshots, instance.id, believes);
    const lines: Line[] = [];
    if (believed.some((point) => point.y !== null)) {
      lines.push({
        ...common,
        key: `${instance.id} believed`,
        name: t.believes(instance.short),
        dash: '4 3',
        width: 1.4,
        end: { glyph: 'ring', label: instance.short },
        points: believed,
        seeds: seedSeriesOf(snapshots, instance.id, believes),
      });
    }
    lines.push({
      ...common,
      key: `${instance.id} earned`,
      name: t.earns(instance.short),
      dash: dashOf(instance),
      width: 2.2,
      end: { glyph: 'disc', label: instance.short },
      points: seriesOf(snapshots, instance.id, earns),
      seeds: seedSeriesOf(snapshots, instance.id, earns),
    });
    const last = snapshots[snapshots.length - 1]?.learners[instance.id];
    const other = more.readings ? otherReading(last?.seeds ?? []) : null;
    if (other !== null) {
      const reads = readerOf(`${other.reading}.trueReturn`);
      lines.push({
        ...common,
        key: `${instance.id} ${other.reading}`,
        name: t.reads[other.reading](instance.short),
        dash: '1 3',
        width: 1.8,
        end: { glyph: 'none', label: '' },
        points: seriesOf(snapshots, instance.id, reads),
        seeds: seedSeriesOf(snapshots, instance.id, reads),
      });
    }
    if (more.rests) {
      const points = snapshots.map(({ step, learners }) => ({
        x: step,
        y: learners[instance.id]?.restsAt?.believedReturn ?? null,
      }));
      if (points.some(({ y }) => y !== null))
        lines.push({
          ...common,
          key: `${instance.id} rests`,
          name: t.rests(instance.short),
          dash: '8 3 2 3',
          width: 1.2,
          end: { glyph: 'none', label: '' },
          points,
          seeds: [],
        });
    }
    return lines;
  });
}

/**
 * Jumps of the true returns of all learners, with their hues: those of the seed shown. A mean over
 * seeds moves with many arrows, so its jumps lead to no cell and are left out.
 */
export function returnJumps(
  lines: readonly Line[],
  truth: Truth,
  shown: Shown = 0,
): readonly (Jump & { readonly color: string })[] {
  if (shown === 'mean') return [];
  const [low, high] = returnDomain(truth);
  return lines
    .filter((line) => line.end.glyph === 'disc')
    .flatMap((line) =>
      jumpsOf(line.seeds[shown] ?? line.points, line.instance, (high - low) / 1.96).map((jump) => ({
        ...jump,
        color: line.color,
      })),
    )
    .sort((a, b) => a.step - b.step);
}

/** Lines of reference of the return chart; those that fall together are one. */
export function returnReferences(truth: Truth): readonly Reference[] {
  const [low, high] = returnDomain(truth);
  const names = words().references;
  const merged: { value: number; label: string }[] = [];
  for (const [label, value] of [
    [names.behavior, truth.behavior],
    [names.inSupport, truth.inSupport],
    [names.optimal, truth.optimal],
  ] as const) {
    if (!Number.isFinite(value)) continue;
    const same = merged.find((other) => Math.abs(other.value - value) < 0.012 * (high - low));
    if (same) same.label += ` = ${label}`;
    else merged.push({ value, label });
  }
  return merged;
}

/** A loss term in people's words; a term of an unknown kind is its own name. */
export function lossName(term: string): string {
  return charts().losses[term] ?? term;
}

/** Loss terms that some learner of the snapshots reports, without the total. */
export function lossTerms(snapshots: readonly Snapshot[]): readonly string[] {
  const found = new Set<string>();
  for (const learner of Object.values(snapshots[snapshots.length - 1]?.learners ?? {})) {
    for (const seed of learner.seeds) {
      for (const term of Object.keys(seed.losses ?? {})) if (term !== 'total') found.add(term);
    }
  }
  const known = Object.keys(charts().losses).filter((term) => found.delete(term));
  return [...known, ...found];
}

/** log₁₀ of one loss term, lines by learner; not positive is a gap. */
export function lossLines(
  snapshots: readonly Snapshot[],
  instances: readonly InstanceView[],
  term: string,
  scheme: Scheme,
): readonly Line[] {
  const loss = readerOf(`losses.${term}`);
  const read: RunMeasure['read'] = (seed) => {
    const value = loss(seed);
    return value !== null && value > 0 ? Math.log10(value) : null;
  };
  const text = (value: number) => formatSmall(10 ** value);
  return learnerLines(snapshots, instances, scheme, read, { width: 2, text });
}

/** Whole decades that hold all points, at least one apart. */
export function decadesOf(lines: readonly Line[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    for (const points of [line.points, ...line.seeds]) {
      for (const { y } of points) {
        if (y === null) continue;
        low = Math.min(low, y);
        high = Math.max(high, y);
      }
    }
  }
  if (!(high >= low)) return [-3, 0];
  const floor = Math.floor(low);
  return [Math.max(floor, Math.ceil(high) - 8), Math.max(floor + 1, Math.ceil(high))];
}

/** The last values of a chart in a sentence a learner, for readers who do not see it. */
export function summarize(lines: readonly Line[]): string {
  const t = charts();
  const said = lines.map((line) => {
    const last = line.points.findLast((point) => point.y !== null);
    if (last === undefined || last.y === null) return t.nothingYet(line.name);
    const value = line.text(last.y);
    const spread = spreadAt(line, last.x);
    return spread
      ? t.valueInRange(line.name, value, line.text(spread[0]), line.text(spread[1]))
      : t.valueOf(line.name, value);
  });
  return t.values(said);
}

/** The seeds of a learner at the last measured step: summed up, and each by itself. */
export function latest(
  snapshot: Snapshot | undefined,
  instance: string,
  read: RunMeasure['read'],
): Latest | null {
  const given = (snapshot?.learners[instance]?.seeds ?? []).map(read);
  const summary = summaryOf(given);
  if (summary === null) return null;
  const seeds = given.filter(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
  return { ...summary, seeds: given.length > 1 ? seeds : [] };
}

/** A quantity of a learner's seeds; `seeds` is empty where there is only one. */
export interface Latest extends Summary {
  readonly seeds: readonly number[];
}

/** Training seeds of the snapshots, 1 before there is any. */
export function seedCount(snapshot: Snapshot | undefined): number {
  const [learner] = Object.values(snapshot?.learners ?? {});
  return Math.max(1, learner?.seeds.length ?? 1);
}
