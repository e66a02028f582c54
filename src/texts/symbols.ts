import { area } from './current';

/** What the symbols of the article are: their names, their meaning, and where they stand on the page. */
export const symbols = area('symbols', {
  markCell: 'mark a cell on a map',
  where: {
    drawer: 'under “More”, “All settings”',
    worldControls: 'under the world’s controls',
    imitation: 'close to where BC’s disc comes to rest',
    slider: (name: string) => `the slider “${name}”`,
    dataMap: 'the map of the dataset',
    map: (learner: string) => `the map of ${learner}`,
    ring: (learner: string) => `the ring under ${learner}’s map`,
    disc: (learner: string) => `the disc under ${learner}’s map`,
    upperChart: 'the upper chart of the evidence',
    tab: (name: string) => `the tab “${name}” of the evidence`,
    card: (learner: string) => `the control on ${learner}’s card`,
    control: (more: string) => `its control, or “${more}”`,
  },
  /** A setting of a learner: «CQL: Caution». */
  setting: (learner: string, name: string) => `${learner}: ${name}`,
  optimal: {
    name: 'Best possible return',
    meaning: 'The exact return of the optimal policy from the start. No policy earns more.',
  },
  inSupport: {
    name: 'Best in the data',
    meaning:
      'The exact return of the best policy that takes only actions seen in the data: the fair ceiling for an offline method.',
  },
  behavior: {
    name: 'Return of the behaviour',
    meaning: 'The exact return of the policy that collected the data.',
  },
  bcTarget: {
    name: 'Return of exact imitation',
    meaning:
      'The exact return of the policy that takes every action as often as the data does, which is what cloning converges to.',
  },
  rows: {
    name: 'Rows of the dataset',
    meaning: 'Transitions (s, a, r, s′) in the frozen dataset. Nothing is ever added to it.',
  },
  pairs: {
    name: 'Pairs in the data',
    meaning:
      'State–action pairs that the data holds at least once, of all that can be taken. The rest is extrapolation.',
  },
  counts: {
    name: 'Count of the marked cell’s actions',
    meaning: 'How often the data took each action there: up, right, down, left.',
    /** `seen` in words, as «seen 25 times». */
    action: (name: string, seen: string) => `${name}: ${seen}`,
  },
  values: {
    name: (learner: string) => `Values of ${learner}`,
    meaning: (learner: string) =>
      `What ${learner} believes each action of the marked cell is worth.`,
  },
  policy: {
    name: (learner: string) => `Policy of ${learner}`,
    meaning: (learner: string) =>
      `How likely ${learner} is to take each action in the marked cell.`,
  },
  believed: {
    name: (learner: string) => `What ${learner} believes`,
    meaning: 'The return from the start that the learner’s own values promise.',
  },
  earned: {
    name: (learner: string) => `What ${learner} earns`,
    meaning: 'The exact return of the policy that the learner deploys, from the start.',
  },
  errors: {
    data: {
      name: (learner: string) => `Error of ${learner} on actions that the data took`,
      meaning:
        'Mean of what it believes minus what its own policy would really earn, over the actions that the data took.',
    },
    unseenAction: {
      name: (learner: string) =>
        `Error of ${learner} on actions that the data never took, in states it saw`,
      meaning:
        'Mean of what it believes minus what its own policy would really earn, over the actions that the data never took, in states it saw.',
    },
    unseenState: {
      name: (learner: string) => `Error of ${learner} on states never seen`,
      meaning:
        'Mean of what it believes minus what its own policy would really earn, over the states never seen.',
    },
  },
  losses: {
    bellman: {
      name: (learner: string) => `TD loss of ${learner}`,
      meaning: 'Mean squared distance of Q(s, a) from its target.',
    },
    penalty: {
      name: (learner: string) => `Penalty of ${learner}`,
      meaning:
        'Mean of what is pushed down minus what is pushed up, before it is weighed by α. The chart of the losses draws it while it is above zero.',
    },
    expectile: {
      name: (learner: string) => `Expectile loss of ${learner}`,
      meaning: 'Mean of the lopsided squared distances of V.',
    },
    policy: {
      name: (learner: string) => `Policy loss of ${learner}`,
      meaning: 'Mean of −w log π(a | s), w the advantage weight.',
    },
    imitation: {
      name: (learner: string) => `Imitation loss of ${learner}`,
      meaning: 'Mean of −log π(a | s) over the data.',
    },
  },
  bounds: {
    theory: {
      name: (learner: string) => `Bound in expectation (${learner})`,
      meaning:
        'Share of seen states in which the mean of Q̂ under its own softmax policy is at most that policy’s true value: what the theorem speaks of.',
    },
    practice: {
      name: (learner: string) => `Bound for the best action (${learner})`,
      meaning:
        'Share of seen states in which max Q̂ is at most the true value of acting greedily. Not guaranteed.',
    },
    data: {
      name: (learner: string) => `Bound on actions seen (${learner})`,
      meaning: 'Share of the pairs in the data on which Q̂ is at most the truth. Not guaranteed.',
    },
    unseenAction: {
      name: (learner: string) => `Bound on actions unseen (${learner})`,
      meaning:
        'Share of never-taken actions, in seen states, on which Q̂ is at most the truth. Not guaranteed.',
    },
  },
});
