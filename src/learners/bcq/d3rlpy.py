@configuration_of("bcq")
def bcq_configuration(algos, shared, values, options):
    # d3rlpy knows the model of the behaviour only, not which actions the data really contains.
    return algos.DiscreteBCQConfig(**values, action_flexibility=options["threshold"], beta=0.0)
