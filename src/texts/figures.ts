import { area } from './current';
import { formatCount, formatSeen, formatShare, plural } from './format';

/** Where a figure shows another cell than the marked one, which has no rows. */
const start = (instead: boolean) =>
  instead ? 'The data has no row in the marked cell; this is the start, ' : '';

/** The live figures of the article; `name` is what their pictures and files are called. */
export const figures = area('figures', {
  expectile: {
    name: 'An expectile, by hand',
    title: 'An expectile, by hand: drag τ from the mean to the maximum',
    nothing: 'Switch on IQL, DQN or CQL to see the values of a cell.',
    about: (place: string, instead: boolean, learner: string) =>
      `${start(instead)}${place}: what ${learner} believes of the actions there, each weighted by its rows in the data. Hollow: never taken, weight 0.`,
    expectile: (value: string) => `expectile ${value}`,
    mean: (tau: string) => `mean, τ = ${tau}`,
    max: 'max, τ → 1',
    slider: 'Expectile τ',
    sliderValue: (tau: string, value: string) => `τ = ${tau}, expectile ${value}`,
    result:
      'τ = {tau}: the mean is {mean}, the largest value seen {max}, the expectile {expectile}.',
    /** `share`: how far the expectile is from the mean to the largest value. */
    resultBetween:
      'τ = {tau}: the mean is {mean}, the largest value seen {max}, the expectile {expectile}, {share} of the way.',
    action: (name: string, value: string, count: number) =>
      `${name}: ${value}, ${formatSeen(count)}`,
  },
  push: {
    name: 'The two hands of the penalty',
    title: 'The two hands of the penalty: move α',
    nothing: 'Switch on CQL or DQN to see the values of a cell.',
    /** `down` and `up` are the keys of the colours. */
    about: (place: string, instead: boolean, learner: string) =>
      `${start(instead)}${place}, values of ${learner}. {down} α·softmax pushes down, {up} α·(share in the data) pushes up; below them what is left of the two.`,
    caption: 'The push of the penalty on each action, and where a table entry comes to rest',
    action: 'action',
    hands: 'down · up',
    net: 'net',
    restsAt: 'rests at',
    never: 'never',
    pushes: (down: string, up: string) => `${down} down, ${up} up`,
    nowhere: 'nowhere',
    noOptimum: 'no finite optimum',
    slider: 'Penalty weight α',
    result:
      'α = {alpha}. Rests at: y − (α/2)(μ/π̂ − 1), with the target y and the softmax μ read off the values of this moment.',
  },
  shift: {
    name: 'Distribution shift',
    title: 'Distribution shift: where the policy goes, and where the data was',
    nothing: 'Switch on a learner to see where its policy goes.',
    learner: 'Learner of the figure',
    shown: 'What the cells show',
    difference: 'Difference',
    common: 'In common',
    /** `more` and `data` are the keys of the colours. */
    aboutDifference: (learner: string) =>
      `{more} ${learner} is there more than the data, {data} the data more than ${learner}. Hatched: ${learner} goes where the data has no row.`,
    aboutCommon: (learner: string) =>
      `{data} what both have in common: the smaller of the two shares. Hatched: ${learner} goes where the data has no row.`,
    result:
      'Total variation distance {distance}: 0 is no shift, 1 nothing in common. {share} of the visits of {learner} are in cells that the data never saw.',
    largest: 'The largest differences',
    cell: (place: string, learner: string, share: number, data: number) =>
      `${place}: ${learner} ${formatShare(share)}, data ${formatShare(data)}`,
  },
  errors: {
    name: 'The shape of error, by how often the data took the pair',
    title: 'The shape of error, by how often the data took the pair',
    nothing: 'Switch on a learner with values, such as DQN, to see its errors.',
    about:
      'Small points: Q̂ minus the truth of the learner’s own policy, a pair each. Large: their median, bars the middle half. What is beyond the value range lies on the edge.',
    truth: 'truth',
    /** On two short lines under the axis. */
    unseenState: ['unseen', 'state'],
    unseenAction: ['unseen', 'action'],
    thousands: (thousands: number) => `${formatCount(thousands)}k`,
    axis: 'rows of the pair, N(s,a) from',
    caption: 'Median of Q̂ minus the truth by the number of rows of a pair',
    unseenStates: 'unseen states',
    unseenActions: 'unseen actions',
    seenOnce: 'seen once',
    seenBetween: (from: number, to: number) =>
      `seen ${formatCount(from)} to ${formatCount(to)} times`,
    pairs: (pairs: string, count: number) =>
      `${pairs}, ${formatCount(count)} ${plural(count, { one: 'pair', other: 'pairs' })}`,
    none: 'none',
  },
});
