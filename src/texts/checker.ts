import { area } from './current';

/** What a teacher would say of the program of a loss. Each stands beside its place in the program. */
export const checker = area('checker', {
  overOne: (what: string) =>
    `Over one value, ${what} is that value: nothing is compared here. Take it over all actions, as in ${what} Q(s,·).`,
  softmaxOne: 'The softmax of one value is 1, whatever the value: there is nothing to choose from.',
  unstopped:
    'This target is not stopped. Here nothing learns through s′ in any case; in most code it would, and the network would move its target towards its guess. Write sg[…].',
  bothLearn:
    'A gradient passes through both sides of this difference, so that each runs after the other. If one of them is the target, stop it: sg[…].',
  noEnd:
    'This backup goes on after the end of an episode: the value of a state that is never left is added. Multiply what comes after by (1 − d).',
  noDiscount:
    'What comes after is not discounted: without γ values can grow without bound in a world that one can stay in. Multiply it by γ.',
  unseenMax: (what: string, network: string) =>
    `This ${what} over the next actions also asks ${network} about actions that nobody took there. On those pairs (“unseen actions” in the charts) no row corrects what it says, and the ${what} picks whatever is too high.`,
  endless: (network: string, grows: boolean, action: 'taken' | 'other' | null) => {
    const way = grows ? 'higher' : 'lower';
    if (action === null)
      return `This can fall for ever: the ${way} ${network} gets, the smaller the loss, without end.`;
    return action === 'taken'
      ? `This can fall for ever: the ${way} ${network} gets at the action that was taken, the smaller the loss, without end.`
      : `This can fall for ever: the ${way} ${network} gets at an action that the row does not have, the smaller the loss, without end.`;
  },
  untrained: (network: string) =>
    `Nothing trains ${network}: no term of what is minimised follows it, so that it stays as it was drawn.`,
  weightLearns: (networks: string) =>
    `This weight learns too: the gradient passes into ${networks} and makes the weight smaller instead of what is weighted. Write sg[…] around it.`,
});
