try:
    import d3rlpy
except ImportError:
    d3rlpy = None
    print("Not installed; `pip install d3rlpy` for this part.")


def d3rlpy_learner(kind, options):
    """The configuration that comes closest; None for IQL, which d3rlpy has for continuous actions only."""
    from d3rlpy.algos import DiscreteBCConfig, DiscreteCQLConfig, DoubleDQNConfig, DQNConfig
    from d3rlpy.models.encoders import VectorEncoderFactory

    shared = dict(
        batch_size=TRAINING["batch"],
        learning_rate=TRAINING["learningRate"],
        encoder_factory=VectorEncoderFactory([TRAINING["width"]] * 2),
    )
    # d3rlpy copies the target network every so many steps; the playground moves it a little each step.
    values = dict(shared, gamma=GAMMA, target_update_interval=round(1 / TRAINING["polyak"]))
    if kind == "bc":
        return DiscreteBCConfig(**shared, beta=0.0).create()
    if kind == "dqn":
        return (DoubleDQNConfig if options["double"] else DQNConfig)(**values).create()
    if kind == "cql":
        # d3rlpy's error is a Huber loss, half the square near 0, so that its α counts twice; its target is
        # that of double DQN, whatever the backup in the playground.
        return DiscreteCQLConfig(**values, alpha=options["alpha"] / 2).create()
    return None


if d3rlpy is not None:
    inputs = features(TRAINING["encoding"])
    dataset = d3rlpy.dataset.MDPDataset(
        observations=inputs[data["observations"]],
        actions=data["actions"],
        rewards=(TRAINING["rewardScale"] * data["rewards"]).astype(np.float32),
        terminals=data["terminals"].astype(np.float32),
        timeouts=data["timeouts"].astype(np.float32),
        # Said, not inferred: an action that the data never takes would be lost.
        action_space=d3rlpy.constants.ActionSpace.DISCRETE,
        action_size=4,
    )
    for name, options in LEARNERS.items():
        learner = d3rlpy_learner(options["kind"], options)
        if learner is None:
            print(f"{name}: not in d3rlpy for discrete actions; see the PyTorch script below")
            continue
        learner.fit(dataset, n_steps=TRAINING["steps"], n_steps_per_epoch=TRAINING["steps"])
        policy = np.eye(4)[learner.predict(inputs)]
        print(f"{name}: earns {start_return(evaluate(policy)):.4f}")
