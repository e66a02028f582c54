import { area } from './current';

/** How a learner of action values acts. */
const READOUT = {
  label: 'Acts',
  help: 'How the learned values become behaviour: always the action with the largest Q̂, or each action with probability proportional to exp Q̂.',
  options: {
    greedy: { label: 'Greedily', help: 'The largest Q̂; on a tie, the first action.' },
    softmax: { label: 'By softmax', help: 'Probability proportional to exp Q̂.' },
  },
};

const POLICY = {
  distribution: { label: 'distribution' },
  'most-likely': { label: 'most likely' },
};

/** Where the truth is put into the targets of a learner. */
const ORACLE = {
  label: 'Truth put in',
  help: 'Oracle surgery. While it trains, the target network’s value of these pairs is replaced by the exact Q*. If the dream goes away, this is where it came from. What is put in is the truth of the best policy, a fixed table: that of the learner’s own policy would move with every step. Only somebody who knows the world can do this.',
  options: {
    none: { label: 'Nowhere' },
    unseenActions: { label: 'Untried actions', help: 'in states that the data visited' },
    unseenStates: { label: 'States never visited', help: 'all their actions' },
    unseen: { label: 'All that is unseen', help: 'untried actions and states never visited' },
    painted: { label: 'Painted pairs', help: 'those painted in the tab Oracle of the workbench' },
  },
};

/** The learners: name, a few words under it, and their settings with the options by value. */
export const learners = area('learners', {
  dqn: {
    label: 'Offline DQN',
    tagline: 'takes the max anywhere',
    settings: {
      double: {
        label: 'Double DQN',
        help: 'Choose the next action with the online network and value it with the target network. This tempers the overestimation that comes from noise; it does nothing for actions that the data never shows.',
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  cql: {
    label: 'CQL',
    tagline: 'pushes the unseen down',
    settings: {
      alpha: {
        label: 'Conservatism',
        help: 'Weight of the penalty that pushes all actions down and the data’s actions up. At 0.001 CQL is almost DQN; at 30 it follows whatever the data did most. It weighs values on the learners’ own scale (reward scale), so that 1 means the same in every world.',
      },
      temperature: {
        label: 'Temperature',
        help: 'The unit of value in the penalty, κ·logsumexp(Q/κ): actions whose values lie closer together than κ count as alike. Multiplying rewards and α by a number does what dividing κ by it does.',
      },
      double: {
        label: 'Double backup',
        help: 'With the max backup: choose the next action with the online network and value it with the target network.',
      },
      backup: {
        label: 'Backup',
        help: 'Which value of the next state enters the target: that of the best action, or the mean under the softmax policy, which CQL’s lower bound is about.',
        options: {
          max: { label: 'Max', help: 'max Q̄(s′, ·)' },
          softmax: { label: 'Softmax', help: 'Σ softmax(Q̄) Q̄ at s′' },
        },
      },
      penalty: {
        label: 'Penalty',
        help: 'The exact penalty takes logsumexp over all actions. The sampled sketch, often seen in notes, draws one random action a state; its logsumexp is then the identity and the penalty degenerates to a difference of means.',
        options: {
          exact: { label: 'Exact', help: 'logsumexp Q(s, ·) − Q(s, a)' },
          'sampled-sketch': { label: 'Sampled sketch', help: 'Q(s, random action) − Q(s, a)' },
        },
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  iql: {
    label: 'IQL',
    tagline: 'never asks about the unseen',
    settings: {
      expectile: {
        label: 'Expectile',
        help: 'How far V leans to the best of the data’s actions: at 0.5 it is their mean, towards 1 it nears their maximum and clings to lucky rows.',
      },
      beta: {
        label: 'Inverse temperature',
        help: 'How strongly the policy prefers actions with a larger advantage; the weight is exp(β·advantage), at most 100. With advantages of a few hundredths, a small β is almost behavioural cloning.',
      },
      readout: {
        label: 'Walks by',
        help: 'IQL’s reference evaluation acts by the most likely action of the learned policy; sampling from the policy instead keeps some of the data’s noise.',
        options: POLICY,
      },
      oracle: ORACLE,
    },
  },
  bc: {
    label: 'BC',
    tagline: 'does what the data did',
    settings: {
      readout: {
        label: 'Walks by',
        help: 'Imitation means the learned distribution. The most likely action removes the behavior’s noise, which is a different claim: it can beat what it imitates.',
        options: POLICY,
      },
    },
  },
  bcq: {
    label: 'BCQ',
    tagline: 'takes the max of the likely',
    settings: {
      threshold: {
        label: 'Threshold',
        help: 'An action may be chosen, in the target and when acting, if its probability under a model of the behaviour is more than τ times that of the likeliest. Near 0 everything may, as in double DQN; near 1 only what was done most.',
      },
      support: {
        label: 'May choose',
        help: 'What says which actions may be chosen. The oracle looks them up in the data, which only works with few states; it shows that the unseen actions in the max were the cause.',
        options: {
          model: { label: 'Likely by a model', help: 'G(a|s) / max G(·|s) > τ' },
          seen: { label: 'Seen (oracle)', help: 'N(s, a) > 0; τ has no say' },
        },
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  onestep: {
    label: 'One-step RL',
    tagline: 'improves only once',
    settings: {
      beta: {
        label: 'Inverse temperature',
        help: 'How far it goes from what was done: it takes the action with the largest Q + log μ / β. At 0.1 it does what was done most, at 100 whatever the values of the behaviour say is best.',
      },
      oracle: ORACLE,
    },
  },
  maxmin: {
    label: 'Maxmin',
    tagline: 'trusts the least promise',
    settings: {
      critics: {
        label: 'Critics',
        help: 'So many networks learn the same; of each action the smallest of their values counts. They disagree most where the data says least, so more of them are more careful.',
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  awac: {
    label: 'AWAC',
    tagline: 'imitates what it praises',
    settings: {
      beta: {
        label: 'Inverse temperature',
        help: 'How strongly the policy prefers actions with a larger advantage; the weight is exp(β·advantage), at most 100. Near 0 it is behavioural cloning. Binary weights do not ask for it.',
      },
      weight: {
        label: 'Weights',
        help: 'How much a row is imitated: exponentially in its advantage, or fully if that is positive and else not at all, which is CRR.',
        options: {
          exp: { label: 'Exponential', help: 'min(exp(β·advantage), 100)' },
          binary: { label: 'Binary (CRR)', help: '1 if the advantage is positive, else 0' },
        },
      },
      readout: {
        label: 'Walks by',
        help: 'The learned distribution is what AWAC values and backs up; its most likely action is another policy.',
        options: POLICY,
      },
      oracle: ORACLE,
    },
  },
  own: {
    label: 'Your own',
    tagline: 'a program of its own',
    settings: {
      loss: {
        label: 'Program',
        help: 'The loss that it minimises, how it acts and what it believes, in the language that every learner here is written in.',
      },
      readout: {
        label: 'Walks by',
        help: 'The most likely action: the largest of what the program acts on. Or by chance: by the distribution that it has learned, or else in proportion to the exponential of what it acts on.',
        options: POLICY,
      },
      oracle: ORACLE,
    },
  },
});
