# One-step RL: not in d3rlpy.
