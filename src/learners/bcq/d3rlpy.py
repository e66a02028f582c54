@configuration_of("bcq")
def bcq_configuration(algos, shared, values, options):
    # d3rlpy knows the model of the behaviour only, not which actions the data really contains.
    threshold = options["threshold"]
    return algos.DiscreteBCQConfig(**values, action_flexibility=threshold, beta=0.0, share_encoder=False)
