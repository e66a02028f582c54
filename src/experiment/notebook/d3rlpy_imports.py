try:
    import d3rlpy
except ImportError:
    d3rlpy = None
    print("Not installed; `pip install d3rlpy` for this part.")

# By kind of learner: the configuration that comes closest.
CONFIGURATIONS = {}


def configuration_of(kind):
    return lambda configuration: CONFIGURATIONS.setdefault(kind, configuration)
