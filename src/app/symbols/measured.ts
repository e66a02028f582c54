import {
  findMeasure,
  type Measure,
  measureOf,
  type RunMeasureName,
  type Unit,
} from '../../experiment/measures';
import { charts } from '../../texts/charts';
import {
  formatCount,
  formatShare,
  formatSigned,
  formatSmall,
  formatValue,
} from '../../texts/format';
import { symbols } from '../../texts/symbols';
import type { Model } from '../state/model';

/** What the article says of a measure of a learner. */
export interface MeasureWords {
  readonly glyph: string;
  /** Its name for a learner: «What CQL believes». */
  readonly name: (label: string) => string;
  readonly meaning: () => string;
  /** Names of `data-place`, the best first. */
  readonly places: (id: string) => readonly string[];
  readonly where: (label: string) => string;
  readonly evidence?: { readonly tab: string; readonly term?: string };
}

const EVIDENCE = () => ['evidence:tabs', 'chart:error'];

type Texts = ReturnType<typeof symbols>;

function loss(term: keyof Texts['losses']): MeasureWords {
  return {
    glyph: '',
    name: (label) => symbols().losses[term].name(label),
    meaning: () => symbols().losses[term].meaning,
    places: EVIDENCE,
    where: () => symbols().where.tab(charts().tabs.losses),
    evidence: { tab: 'losses', term },
  };
}

function bound(which: keyof Texts['bounds']): MeasureWords {
  return {
    glyph: '',
    name: (label) => symbols().bounds[which].name(label),
    meaning: () => symbols().bounds[which].meaning,
    places: EVIDENCE,
    where: () => symbols().where.tab(charts().tabs.bound),
    evidence: { tab: 'bound' },
  };
}

function error(pairs: keyof Texts['errors'], onChart = false): MeasureWords {
  return {
    glyph: 'Q̂ − Q^π̂',
    name: (label) => symbols().errors[pairs].name(label),
    meaning: () => symbols().errors[pairs].meaning,
    places: onChart ? () => ['chart:error'] : EVIDENCE,
    where: () => (onChart ? symbols().where.upperChart : symbols().where.tab(charts().tabs.class)),
    ...(onChart ? {} : { evidence: { tab: 'class' } }),
  };
}

/** The measures of a learner that the article has words for, by their names: `cql.losses.penalty`. */
export const MEASURE_WORDS: Readonly<Partial<Record<RunMeasureName, MeasureWords>>> = {
  believedReturn: {
    glyph: '○',
    name: (label) => symbols().believed.name(label),
    meaning: () => symbols().believed.meaning,
    places: (id) => [`bar:${id}`, 'chart:returns'],
    where: (label) => symbols().where.ring(label),
  },
  trueReturn: {
    glyph: '●',
    name: (label) => symbols().earned.name(label),
    meaning: () => symbols().earned.meaning,
    places: (id) => [`bar:${id}`, 'chart:returns'],
    where: (label) => symbols().where.disc(label),
  },
  'overestimation.data': error('data'),
  'overestimation.unseenAction': error('unseenAction', true),
  'overestimation.unseenState': error('unseenState'),
  'losses.bellman': loss('bellman'),
  'losses.penalty': loss('penalty'),
  'losses.expectile': loss('expectile'),
  'losses.policy': loss('policy'),
  'losses.imitation': loss('imitation'),
  'bound.theory': bound('theory'),
  'bound.practice': bound('practice'),
  'bound.pointwise.data': bound('data'),
  'bound.pointwise.unseenAction': bound('unseenAction'),
};

/** The words for a measure, by its name; undefined where it is none or has none. */
export function measureWords(name: string): MeasureWords | undefined {
  return Object.hasOwn(MEASURE_WORDS, name) ? MEASURE_WORDS[name as RunMeasureName] : undefined;
}

const SAID: Readonly<Record<Unit, (value: number) => string>> = {
  return: formatValue,
  value: formatValue,
  difference: formatSigned,
  share: formatShare,
  steps: formatCount,
  pairs: formatCount,
  loss: (value) => (value > 0 ? formatSmall(value) : formatValue(value)),
};

/** A number of a measure for people. */
export function sayMeasure({ unit }: Pick<Measure, 'unit'>, value: number): string {
  return SAID[unit](value);
}

/**
 * A measure of an instance at the step shown in words, the interquartile mean over its seeds;
 * null before the first training step (random networks have nothing to say) and where it has none.
 */
export function measureText(
  { snapshot }: Pick<Model, 'snapshot'>,
  id: string,
  name: string,
): string | null {
  const measure = findMeasure(name);
  const value = measure && snapshot?.step ? measureOf(snapshot, id, measure) : null;
  return measure === undefined || value === null ? null : sayMeasure(measure, value);
}
