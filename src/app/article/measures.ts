import { iqmOf } from '../../experiment/summary';
import type { SeedSnapshot } from '../../experiment/types';
import { charts } from '../../texts/charts';
import { formatShare, formatSigned, formatSmall, formatValue } from '../../texts/format';
import { symbols } from '../../texts/symbols';
import type { Model } from '../state/model';

/** A quantity that is measured of every learner that has it. */
export interface Measure {
  readonly glyph: string;
  /** Its name for a learner: «What CQL believes». */
  readonly name: (label: string) => string;
  readonly meaning: () => string;
  readonly read: (seed: SeedSnapshot) => number | null | undefined;
  readonly text: (value: number) => string;
  /** Names of `data-place`, the best first. */
  readonly places: (id: string) => readonly string[];
  readonly where: (label: string) => string;
  readonly evidence?: { readonly tab: string; readonly term?: string };
}

const EVIDENCE = () => ['evidence:tabs', 'chart:error'];

type Texts = ReturnType<typeof symbols>;

function loss(term: keyof Texts['losses']): Measure {
  return {
    glyph: '',
    name: (label) => symbols().losses[term].name(label),
    meaning: () => symbols().losses[term].meaning,
    read: (seed) => seed.losses?.[term],
    text: (value) => (value > 0 ? formatSmall(value) : formatValue(value)),
    places: EVIDENCE,
    where: () => symbols().where.tab(charts().tabs.losses),
    evidence: { tab: 'losses', term },
  };
}

function bound(which: keyof Texts['bounds'], read: Measure['read']): Measure {
  return {
    glyph: '',
    name: (label) => symbols().bounds[which].name(label),
    meaning: () => symbols().bounds[which].meaning,
    read,
    text: formatShare,
    places: EVIDENCE,
    where: () => symbols().where.tab(charts().tabs.bound),
    evidence: { tab: 'bound' },
  };
}

function error(pairs: keyof Texts['errors'], onChart = false): Measure {
  return {
    glyph: 'Q̂ − Q^π̂',
    name: (label) => symbols().errors[pairs].name(label),
    meaning: () => symbols().errors[pairs].meaning,
    read: (seed) => seed.overestimation?.[pairs],
    text: formatSigned,
    places: onChart ? () => ['chart:error'] : EVIDENCE,
    where: () => (onChart ? symbols().where.upperChart : symbols().where.tab(charts().tabs.class)),
    ...(onChart ? {} : { evidence: { tab: 'class' } }),
  };
}

/** What can be said of a learner in the text, by the name that follows its id: `cql.loss.penalty`. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  believed: {
    glyph: '○',
    name: (label) => symbols().believed.name(label),
    meaning: () => symbols().believed.meaning,
    read: (seed) => seed.believedReturn,
    text: formatValue,
    places: (id) => [`bar:${id}`, 'chart:returns'],
    where: (label) => symbols().where.ring(label),
  },
  earned: {
    glyph: '●',
    name: (label) => symbols().earned.name(label),
    meaning: () => symbols().earned.meaning,
    read: (seed) => seed.trueReturn,
    text: formatValue,
    places: (id) => [`bar:${id}`, 'chart:returns'],
    where: (label) => symbols().where.disc(label),
  },
  'error.data': error('data'),
  'error.unseenAction': error('unseenAction', true),
  'error.unseenState': error('unseenState'),
  'loss.bellman': loss('bellman'),
  'loss.penalty': loss('penalty'),
  'loss.expectile': loss('expectile'),
  'loss.policy': loss('policy'),
  'loss.imitation': loss('imitation'),
  'bound.theory': bound('theory', (seed) => seed.bound?.theory),
  'bound.practice': bound('practice', (seed) => seed.bound?.practice),
  'bound.data': bound('data', (seed) => seed.bound?.pointwise.data),
  'bound.unseenAction': bound('unseenAction', (seed) => seed.bound?.pointwise.unseenAction),
};

/**
 * A measure of an instance at the last measured step in words, the interquartile mean over its seeds;
 * null before the first training step (random networks have nothing to say) and where it has none.
 */
export function measureText(
  { snapshot, step }: Pick<Model, 'snapshot' | 'step'>,
  id: string,
  measure: Measure,
): string | null {
  const seeds = step > 0 ? snapshot?.learners[id]?.seeds : undefined;
  const value = seeds ? iqmOf(seeds.map(measure.read)) : null;
  return value === null ? null : measure.text(value);
}
