# AWAC: d3rlpy has it, and CRR, for continuous actions only.
