@configuration_of("dqn")
def dqn_configuration(algos, shared, values, options):
    return (algos.DoubleDQNConfig if options["double"] else algos.DQNConfig)(**values)
