@configuration_of("bc")
def bc_configuration(algos, shared, values, options):
    return algos.DiscreteBCConfig(**shared, beta=0.0)
