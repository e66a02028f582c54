def d3rlpy_learner(kind, options):
    """The learner that comes closest; None where d3rlpy has none for discrete actions."""
    import d3rlpy.algos as algos
    from d3rlpy.models.encoders import VectorEncoderFactory

    shared = dict(
        batch_size=TRAINING["batch"],
        learning_rate=TRAINING["learningRate"],
        encoder_factory=VectorEncoderFactory([TRAINING["width"]] * 2),
    )
    # d3rlpy copies the target network every so many steps; the playground moves it a little each step.
    values = dict(shared, gamma=GAMMA, target_update_interval=round(1 / TRAINING["polyak"]))
    make = CONFIGURATIONS.get(kind)
    return make and make(algos, shared, values, options).create()


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
