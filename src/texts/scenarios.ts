import { area } from './current';

/** The shipped scenarios, by id: title, what each shows, and what to look for on the page. */
export const scenarios = area('scenarios', {
  extrapolation: {
    title: 'Believing what was never seen',
    summary:
      'Half of the recorded walkers know the way; the other half keep leaning left and never get anywhere. Four learners share their 800 steps.',
    lookFor: 'What each believes about the actions nobody tried, and whether it ever arrives.',
  },
  'bc-ceiling': {
    title: 'BC’s ceiling',
    summary:
      'A mediocre walker finds the goal by long detours; must its pupils make them too? That depends on how their policy is read.',
    lookFor:
      'BC’s two readings: what its distribution earns, and what its most likely action does.',
  },
  stitching: {
    title: 'Stitching two halves',
    summary:
      'Nine in ten episodes run from the start into a dead end, one in ten crosses their way to the goal; none goes from the start to the goal.',
    lookFor: 'Who turns off where the two ways cross, in the hallway between the northern rooms.',
  },
  expert: {
    title: 'Expert data',
    summary: 'An expert shows the shortest way, and nothing but that.',
    lookFor: 'Whether anybody earns more than BC, which only copies.',
  },
  'everything-tried': {
    title: 'When all was tried',
    summary: 'A small maze and 6,000 aimless steps: no action is left untried.',
    lookFor: 'What becomes of DQN’s error without unseen actions, and who comes last now.',
  },
  'no-reward': {
    title: 'No reward in the data',
    summary: 'Aimless steps that never come upon the goal: no row carries a reward.',
    lookFor: 'Whether any method finds a goal that its data never mention.',
  },
  'conservative-is-not-humble': {
    title: 'Conservative is not humble',
    summary:
      'The data of the first scenario and the same α, but rewards as they are; two CQLs, one with each backup.',
    lookFor: 'What the two come to believe, and where their tables would rest: the dashed lines.',
  },
  'too-careful': {
    title: 'Too careful',
    summary:
      'Two CQLs on the data of the two crossing ways, one with α 1, one with α 30: how much caution is too much?',
    lookFor: 'Which of the two dares to leave the way that most of the data takes.',
  },
  cliff: {
    title: 'The cliff',
    summary:
      'Every step costs 1 and a fall 100; the walker knows the way along the edge and stumbles on three steps in ten.',
    lookFor:
      'What DQN thinks of ways nobody took, how near the edge the others walk, and what BC pays for stumbling too.',
  },
  'slippery-lake': {
    title: 'The slippery lake',
    summary:
      'On ice two moves in three go astray: what happened once says little about what was done, and it takes 20,000 rows to say enough.',
    lookFor:
      'How often each arrives: the best policy there is does so three times in four, luck does the rest.',
  },
  'sketch-trap': {
    title: 'The logsumexp over one number',
    summary:
      'Two CQLs side by side: the exact penalty, and the common sketch that samples one random action, so that its logsumexp is the identity.',
    lookFor: 'Their values where the data is silent, and the penalty among the losses.',
  },
  'let-it-try': {
    title: 'Let it try',
    summary:
      'The first scenario up to step 3,000; from there on each learner may walk in the world, one move a training step, and learn from what happens to it.',
    lookFor: 'What each believes and what it earns, before step 3,000 and after.',
  },
});
