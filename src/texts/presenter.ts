import { area } from './current';

/** The lecture: its acts by their id, and what stands around them. */
export const presenter = area('presenter', {
  /** `line` is read from the back row: two lines of it at most; `notes` are for the speaker alone. */
  acts: {
    title: {
      title: 'Learning from a frozen past',
      line: 'Offline reinforcement learning, and why it is hard.',
      notes: [
        '→ or the clicker goes on, ← goes back. R runs and pauses, X resets, N opens this window.',
        'Nothing here is a recording: the learners train live, from the same data.',
      ],
    },
    data: {
      title: '800 steps, and never another',
      line: 'What is dark was tried often. What is blank was never tried.',
      notes: [
        'Half of the walkers know the way and stumble on three steps in ten; the other half keep leaning left and never get anywhere.',
        'Point at the blank triangles. Most pairs were never tried. Ask where the data comes from in medicine or driving.',
        'The numbers are exact: what the walker earns, the best within the data, the best possible.',
      ],
    },
    ask: {
      title: 'Which of the four will arrive?',
      line: 'DQN · CQL · IQL · BC: same rows, same order, same networks.',
      notes: [
        'Hands up for each. Write the counts on the board: people remember what they committed to.',
        'Then go on and press R.',
      ],
    },
    run: {
      title: 'They learn. Watch them walk.',
      line: 'Pink: believes too much. Green: too little. Hatched: never tried.',
      notes: [
        'Press R now. It takes a few seconds.',
        'DQN glows, and circles or runs into a wall; CQL and IQL take the short way; BC follows a crowd that leans left and earns a fraction of it.',
        'Compare with the hands that went up.',
      ],
    },
    belief: {
      title: 'DQN believes the impossible',
      line: 'In colour: where its belief parts from the truth. A few actions that nobody tried.',
      notes: [
        'Ring: what it believes, more than any policy can earn. Disc: what it earns, nothing. The last tick is the best possible.',
        'Online it would go there, be disappointed and correct itself. Offline nobody goes.',
        'The map cuts the distance up, exactly: nearly all of it sits in a handful of pairs that nobody tried. At the end of its way DQN stands before a wall, or circles, and believes in it.',
      ],
    },
    why: {
      title: 'The max seeks the errors',
      line: 'y = r + γ max Q̄(s′, ·): the largest of four guesses is a guess too high.',
      notes: [
        'Guesses err to both sides. The max takes the largest, backs it up, and the next state inherits it.',
        'The curve: Q̂ minus the truth, on actions that the data never took.',
        'For the arithmetic of one row, open the microscope in the workbench after the lecture.',
      ],
    },
    cql: {
      title: 'CQL: distrust what you have not seen',
      line: 'Push all actions down, and those in the data up again.',
      notes: [
        'The penalty is logsumexp Q(s,·) − Q(s,a): exact over the actions.',
        'On actions never tried the blue line ends below zero, on average. Its sign means something, its exact depth does not.',
        'The lower bound is about expected values, and holds under conditions.',
      ],
    },
    iql: {
      title: 'IQL: never ask about it at all',
      line: 'V is an expectile of what was tried; the policy imitates the better rows.',
      notes: [
        'Beside BC, its plainer relative: BC copies all rows, IQL the better ones.',
        'Compare like with like: by its distribution as by its most likely action, IQL arrives and BC earns a fraction of it. What the other reading earns stands in brackets.',
        'No max over actions anywhere: nothing to exploit.',
      ],
    },
    returns: {
      title: 'What they believe, and what they earn',
      line: 'Dashed: believed. Solid: earned, exactly.',
      notes: [
        'Only because this world is finite can both be drawn. In practice there is no solid line.',
        'Ask: by what would you choose a method if you saw the dashed lines only?',
      ],
    },
    dial: {
      title: 'Conservative is not humble',
      line: 'Same α, raw rewards: one CQL believes in ten times the best, one in less than nothing.',
      notes: [
        'This act is another scenario: press R.',
        'To values of a third, α = 1 is a giant. With the max backup what is pushed up adds up, with the softmax backup what is pushed down; neither finds the way. α means something only beside the size of the rewards.',
        'No method always wins. End here, or open the page for the students: the link is in the address bar.',
      ],
    },
  },
  lecture: (act: number, acts: number, title: string) => `Lecture, act ${act} of ${acts}: ${title}`,
  actOf: (act: number, acts: number) => `Act ${act} of ${acts}`,
  /** Steps written out already. */
  training: (step: string) => `training, step ${step}`,
  notTrained: 'not trained yet',
  keys: '{back} {next} acts · {run} run · {reset} reset · {notes} notes · {leave} leave',
  windowRefused:
    'The browser did not open a second window. Allow pop-ups for this page, and press N again.',
  notesTitle: 'Speaker notes · Offgrid',
  next: (title: string) => `Next: ${title}`,
  lastAct: 'This is the last act.',
  walkerEarns: 'the walker earns',
  bestInData: 'best within the data',
  bestPossible: 'best possible',
});
