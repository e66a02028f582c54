import { area } from './current';
import { formatCount, formatList, formatPlain, formatShare, formatValue } from './format';

/** What of the first scenario's picture rightly fails under some data and settings, and why. */
export const circumstances = area('circumstances', {
  online: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} has tried things in the world itself: what it believes and does no longer comes from the data alone.`
      : `${formatList(names)} have tried things in the world themselves: what they believe and do no longer comes from the data alone.`,
  oracle: (names: readonly string[]) =>
    `The truth was put into the target of ${formatList(names)}: where a dream is gone, it came from the pairs that have the truth now. What is acted on is still learned, and may be wrong as before.`,
  noReward:
    'No row of these data carries a reward: nothing in them says what is worth doing, and nobody can learn it.',
  /** `share`: what the plan earns of what the data allow. */
  planFails: (facts: { readonly rows: number; readonly share: number; readonly slips: boolean }) =>
    facts.slips
      ? `Every step is partly luck here, and ${formatCount(facts.rows)} rows show it too seldom: even exact planning on them earns ${formatShare(facts.share)} of what they allow.`
      : `Even exact planning on these ${formatCount(facts.rows)} rows earns ${formatShare(facts.share)} of what they allow: where they end, everybody guesses.`,
  /** `untried` actions of visited states, and their share of all actions there. */
  allTried: (untried: number, share: number) =>
    untried === 0
      ? 'Every action has been tried everywhere: there is nothing to extrapolate, and nothing for DQN to dream of.'
      : `Where the data went, only ${formatCount(untried)} actions (${formatShare(share)}) were never tried: there is little for DQN to dream of.`,
  /** What exact imitation earns, by what the data did most often or by all that they did. */
  crowdIsRight: (share: number, mostOften: boolean) =>
    mostOften
      ? `What these data did most often is good already: always doing that earns ${formatShare(share)} of what they allow, so that nobody can be far better than BC’s most likely action.`
      : `What these data did is good already: imitating it exactly earns ${formatShare(share)} of what they allow, so that nobody can be far better than BC.`,
  penaltyWeak: (alpha: number) =>
    alpha < 0.1
      ? `With α = ${formatPlain(alpha)} the penalty hardly acts: CQL is DQN in all but name.`
      : `With α = ${formatPlain(alpha)} the penalty is weak: CQL may believe a little too much of what was never tried.`,
  penaltyStrong: (alpha: number) =>
    alpha < 5
      ? `With α = ${formatPlain(alpha)} the penalty weighs so much against the rewards that CQL may lose the way it has found.`
      : `With α = ${formatPlain(alpha)} the penalty drowns the rewards: CQL does what the data did most.`,
  /** `looks`: how often each row was drawn by now, on average. */
  slow: (looks: number, rate: number) =>
    `At a learning rate of ${formatPlain(rate)}, and with each row seen ${formatCount(looks)} times, the penalty has not yet pushed down all that nobody tried: run on.`,
  /** What the learners' rewards are multiplied by, and what the data would have it be. */
  scale: (pinned: number, automatic: number) =>
    `The learners see rewards times ${formatPlain(pinned)} instead of ${formatPlain(automatic)}: beside values of another size α, β and the learning rate mean something else.`,
  maxBackup:
    'With the max backup the penalty’s push upwards is passed on at every step: CQL need not be sober.',
  expectile: (tau: number) =>
    tau < 0.65
      ? `With τ = ${formatPlain(tau)} IQL’s V is hardly more than the mean of what was done: it values the crowd, not its best.`
      : `With τ = ${formatPlain(tau)} few rows decide IQL’s V: it learns slowly and takes luck for skill.`,
  cloning: (beta: number) =>
    `With β = ${formatPlain(beta)} IQL’s policy hardly leans to the better rows: it is almost BC.`,
  coordinates:
    'Two coordinates cannot tell the two sides of a wall apart: what is learned on one side is believed on the other, and all values blur.',
  /** What it would earn with a table, as a share of what the data allow. */
  restsPoor: (name: string, share: number) =>
    `Even with a table instead of a network, and trained without end, ${name} would earn ${formatShare(share)} of what these data allow.`,
  restsMeek: (believes: number, optimal: number) =>
    `The penalty takes most of the value here: even trained without end, with a table, CQL would believe in ${formatValue(believes)} of a possible ${formatValue(optimal)}.`,
});
