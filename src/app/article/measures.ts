import type { SeedSnapshot } from '../../experiment/types';
import { formatShare, formatSigned, formatSmall, formatValue } from '../../texts/format';
import { iqmOf } from '../seeds';
import type { Model } from '../state/model';

/** A quantity that is measured of every learner that has it. */
export interface Measure {
  readonly glyph: string;
  /** Its name for a learner: «What CQL believes». */
  readonly name: (label: string) => string;
  readonly meaning: string;
  readonly read: (seed: SeedSnapshot) => number | null | undefined;
  readonly text: (value: number) => string;
  /** Names of `data-place`, the best first. */
  readonly places: (id: string) => readonly string[];
  readonly where: (label: string) => string;
  readonly evidence?: { readonly tab: string; readonly term?: string };
}

const EVIDENCE = () => ['evidence:tabs', 'chart:error'];

function loss(term: string, name: string, meaning: string): Measure {
  return {
    glyph: '',
    name: (label) => `${name} of ${label}`,
    meaning,
    read: (seed) => seed.losses?.[term],
    text: (value) => (value > 0 ? formatSmall(value) : formatValue(value)),
    places: EVIDENCE,
    where: () => 'the tab “Losses” of the evidence',
    evidence: { tab: 'losses', term },
  };
}

function bound(name: string, meaning: string, read: Measure['read']): Measure {
  return {
    glyph: '',
    name: (label) => `${name} (${label})`,
    meaning,
    read,
    text: formatShare,
    places: EVIDENCE,
    where: () => 'the tab “Lower bound?” of the evidence',
    evidence: { tab: 'bound' },
  };
}

function error(what: string, read: Measure['read'], onChart = false): Measure {
  return {
    glyph: 'Q̂ − Q^π̂',
    name: (label) => `Error of ${label} on ${what}`,
    meaning: `Mean of what it believes minus what its own policy would really earn, over the ${what}.`,
    read,
    text: formatSigned,
    places: onChart ? () => ['chart:error'] : EVIDENCE,
    where: () =>
      onChart ? 'the upper chart of the evidence' : 'the tab “Error by class” of the evidence',
    ...(onChart ? {} : { evidence: { tab: 'class' } }),
  };
}

/** What can be said of a learner in the text, by the name that follows its id: `cql.loss.penalty`. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  believed: {
    glyph: '○',
    name: (label) => `What ${label} believes`,
    meaning: 'The return from the start that the learner’s own values promise.',
    read: (seed) => seed.believedReturn,
    text: formatValue,
    places: (id) => [`bar:${id}`, 'chart:returns'],
    where: (label) => `the ring under ${label}’s map`,
  },
  earned: {
    glyph: '●',
    name: (label) => `What ${label} earns`,
    meaning: 'The exact return of the policy that the learner deploys, from the start.',
    read: (seed) => seed.trueReturn,
    text: formatValue,
    places: (id) => [`bar:${id}`, 'chart:returns'],
    where: (label) => `the disc under ${label}’s map`,
  },
  'error.data': error('actions that the data took', (seed) => seed.overestimation?.data),
  'error.unseenAction': error(
    'actions that the data never took, in states it saw',
    (seed) => seed.overestimation?.unseenAction,
    true,
  ),
  'error.unseenState': error('states never seen', (seed) => seed.overestimation?.unseenState),
  'loss.bellman': loss('bellman', 'TD loss', 'Mean squared distance of Q(s, a) from its target.'),
  'loss.penalty': loss(
    'penalty',
    'Penalty',
    'Mean of what is pushed down minus what is pushed up, before it is weighed by α. The chart of the losses draws it while it is above zero.',
  ),
  'loss.expectile': loss(
    'expectile',
    'Expectile loss',
    'Mean of the lopsided squared distances of V.',
  ),
  'loss.policy': loss('policy', 'Policy loss', 'Mean of −w log π(a | s), w the advantage weight.'),
  'loss.imitation': loss('imitation', 'Imitation loss', 'Mean of −log π(a | s) over the data.'),
  'bound.theory': bound(
    'Bound in expectation',
    'Share of seen states in which the mean of Q̂ under its own softmax policy is at most that policy’s true value: what the theorem speaks of.',
    (seed) => seed.bound?.theory,
  ),
  'bound.practice': bound(
    'Bound for the best action',
    'Share of seen states in which max Q̂ is at most the true value of acting greedily. Not guaranteed.',
    (seed) => seed.bound?.practice,
  ),
  'bound.data': bound(
    'Bound on actions seen',
    'Share of the pairs in the data on which Q̂ is at most the truth. Not guaranteed.',
    (seed) => seed.bound?.pointwise.data,
  ),
  'bound.unseenAction': bound(
    'Bound on actions unseen',
    'Share of never-taken actions, in seen states, on which Q̂ is at most the truth. Not guaranteed.',
    (seed) => seed.bound?.pointwise.unseenAction,
  ),
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
