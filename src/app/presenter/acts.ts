import type { Layer } from '../map/types';

/** What an act puts on the screen, and nothing else. */
export type ActStage =
  | { readonly kind: 'words' }
  /** The data on the map, with the exact numbers. */
  | { readonly kind: 'world' }
  /** Large maps of some learners with what they believe and earn. */
  | { readonly kind: 'maps'; readonly learners: readonly string[]; readonly layer: Layer }
  | { readonly kind: 'error' | 'returns'; readonly learners: readonly string[] };

/** One act of a lecture. */
export interface Act {
  readonly id: string;
  readonly title: string;
  /** The one sentence that the room should remember; `**bold**` is not interpreted. */
  readonly line: string;
  readonly stage: ActStage;
  /** Settings that the act wants; what is as it wants it already stays as it is. */
  readonly set?: Readonly<Record<string, number | string | boolean | readonly string[]>>;
  /** For the speaker alone. */
  readonly notes: readonly string[];
}

const FOUR = { scenario: 'extrapolation' } as const;

/** The lecture: distribution shift in ten acts. Act 0 is what stands there before anybody speaks. */
export const LECTURE: readonly Act[] = [
  {
    id: 'title',
    title: 'Learning from a frozen past',
    line: 'Offline reinforcement learning, and why it is hard.',
    stage: { kind: 'words' },
    set: FOUR,
    notes: [
      '→ or the clicker goes on, ← goes back. R runs and pauses, X resets, N opens this window.',
      'Nothing here is a recording: the learners train live, from the same data.',
    ],
  },
  {
    id: 'data',
    title: '600 steps, and never another',
    line: 'What is dark was tried often. What is blank was never tried.',
    stage: { kind: 'world' },
    set: FOUR,
    notes: [
      'A careless walker: the best action, except that three times in ten it does anything.',
      'Point at the blank triangles. Most pairs were never tried. Ask where the data comes from in medicine or driving.',
      'The numbers are exact: what the walker earns, the best within the data, the best possible.',
    ],
  },
  {
    id: 'ask',
    title: 'Which of the four will arrive?',
    line: 'DQN · CQL · IQL · BC: same rows, same order, same networks.',
    stage: { kind: 'words' },
    set: FOUR,
    notes: [
      'Hands up for each. Write the counts on the board: people remember what they committed to.',
      'Then go on and press R.',
    ],
  },
  {
    id: 'run',
    title: 'They learn. Watch them walk.',
    line: 'Red: believes too much. Blue: too little. Hatched: never tried.',
    stage: { kind: 'maps', learners: ['dqn', 'cql', 'iql', 'bc'], layer: 'error' },
    set: FOUR,
    notes: [
      'Press R now. It takes a few seconds.',
      'DQN glows and circles; CQL and IQL arrive; BC stumbles and arrives.',
      'Compare with the hands that went up.',
    ],
  },
  {
    id: 'belief',
    title: 'DQN believes the impossible',
    line: 'It believes in more than any policy can earn, and earns nothing.',
    stage: { kind: 'maps', learners: ['dqn'], layer: 'error' },
    set: FOUR,
    notes: [
      'Ring: what it believes. Disc: what it earns. The last tick is the best possible.',
      'Online it would go there, be disappointed and correct itself. Offline nobody goes.',
    ],
  },
  {
    id: 'why',
    title: 'The max seeks the errors',
    line: 'y = r + γ max Q̄(s′, ·): the largest of four guesses is a guess too high.',
    stage: { kind: 'error', learners: ['dqn'] },
    set: FOUR,
    notes: [
      'Guesses err to both sides. The max takes the largest, backs it up, and the next state inherits it.',
      'The curve: Q̂ minus the truth, on actions that the data never took.',
      'For the arithmetic of one row, open the microscope in the workbench after the lecture.',
    ],
  },
  {
    id: 'cql',
    title: 'CQL: distrust what you have not seen',
    line: 'Push all actions down, and those in the data up again.',
    stage: { kind: 'error', learners: ['dqn', 'cql'] },
    set: FOUR,
    notes: [
      'The penalty is logsumexp Q(s,·) − Q(s,a): exact over the actions.',
      'It goes on sinking: the depth says how long we trained, nothing else.',
      'The lower bound is about expected values, and holds under conditions.',
    ],
  },
  {
    id: 'iql',
    title: 'IQL: never ask about it at all',
    line: 'V is an expectile of what was tried; the policy imitates the better rows.',
    stage: { kind: 'maps', learners: ['iql', 'bc'], layer: 'occupancy' },
    set: FOUR,
    notes: [
      'Beside BC, its plainer relative: BC copies all rows, IQL the better ones.',
      'No max over actions anywhere: nothing to exploit.',
    ],
  },
  {
    id: 'returns',
    title: 'What they believe, and what they earn',
    line: 'Dashed: believed. Solid: earned, exactly.',
    stage: { kind: 'returns', learners: ['dqn', 'cql', 'iql', 'bc'] },
    set: FOUR,
    notes: [
      'Only because this world is finite can both be drawn. In practice there is no solid line.',
      'Ask: by what would you choose a method if you saw the dashed lines only?',
    ],
  },
  {
    id: 'dial',
    title: 'Conservative is not humble',
    line: 'Four times the α: CQL still arrives, and believes in the impossible.',
    stage: { kind: 'maps', learners: ['cql'], layer: 'q' },
    set: { scenario: 'conservative-is-not-humble' },
    notes: [
      'This act is another scenario: press R.',
      'Pushing the data up lifts every target a little, and the max backup carries it from cell to cell.',
      'No method always wins. End here, or open the page for the students: the link is in the address bar.',
    ],
  },
];
