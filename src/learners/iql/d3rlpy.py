# IQL: d3rlpy has it for continuous actions only.
