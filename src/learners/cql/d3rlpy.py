@configuration_of("cql")
def cql_configuration(algos, shared, values, options):
    # d3rlpy's error is a Huber loss, half the square near 0, so that its α counts twice; its target is
    # that of double DQN, whatever the backup in the playground.
    return algos.DiscreteCQLConfig(**values, alpha=options["alpha"] / 2)
