/** What somebody begins with who writes a learner: offline DQN. */
export const DEFAULT_PROGRAM = `# So far offline DQN
network Q(s,a), target Q̄
y = r + γ (1 − d) max Q̄(s′,·)
bellman = mean (Q(s,a) − sg[y])²
minimise bellman
act     argmax Q(s,·)
believe max Q(s,·)`;
