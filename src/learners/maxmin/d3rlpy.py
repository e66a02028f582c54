@configuration_of("maxmin")
def maxmin_configuration(algos, shared, values, options):
    # d3rlpy takes the least of the critics at the action that is largest in their mean, and acts by the mean.
    return algos.DQNConfig(**values, n_critics=options["critics"])
