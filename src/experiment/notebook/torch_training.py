if torch is not None:
    # Which actions the data contains at a state.
    SEEN = torch.zeros(len(CELLS), 4, dtype=torch.bool)
    SEEN[data["observations"], data["actions"]] = True


def networks(name, seed):
    """By name; the first network of every learner starts from the same weights."""
    torch.manual_seed(seed)

    def made(outputs):
        return nn.ModuleList(map(network, outputs)) if type(outputs) is list else network(outputs)

    nets = {own: made(outputs) for own, outputs in NETWORKS[name].items()}
    for target, own in TARGETS[name].items():
        nets[target] = copy.deepcopy(nets[own]).requires_grad_(False)
    return nets


def train(name, options, seed):
    nets = networks(name, seed)
    parameters = [p for net in nets.values() for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(parameters, lr=TRAINING["learningRate"])
    state, after, action = (
        torch.from_numpy(data[k]).long() for k in ("observations", "next_observations", "actions")
    )
    reward, done = (torch.from_numpy(data[k]).float() for k in ("rewards", "terminals"))
    reward = reward * TRAINING["rewardScale"]
    rows = np.random.default_rng(seed)  # the same minibatches for all learners of a seed
    for _ in range(TRAINING["steps"]):
        i = torch.from_numpy(rows.integers(len(action), size=TRAINING["batch"]))
        optimizer.zero_grad()
        LOSSES[name](nets, (state[i], action[i], reward[i], after[i], done[i]), options).backward()
        optimizer.step()
        with torch.no_grad():
            for target, own in TARGETS[name].items():
                for slow, fast in zip(nets[target].parameters(), nets[own].parameters()):
                    slow.lerp_(fast, TRAINING["polyak"])
    return nets


def read(name, options, nets):
    """The policy that is deployed, and what its learner believes to earn (without values, nothing)."""
    with torch.no_grad():
        policy, values = READOUTS[name](nets, torch.arange(len(CELLS)), options)
    if values is not None:
        values = start_return(values.double().numpy()) / TRAINING["rewardScale"]
    return policy.double().numpy(), values


if torch is not None:
    results = {}
    for name, options in LEARNERS.items():
        results[name] = []
        for seed in range(TRAINING["train.seed"], TRAINING["train.seed"] + TRAINING["seeds"]):
            policy, believed = read(name, options, train(name, options, seed))
            results[name].append((believed, start_return(evaluate(policy))))
            says = "believes nothing" if believed is None else f"believes {believed:.4f}"
            print(f"{name}, seed {seed}: {says}, earns {results[name][-1][1]:.4f}")
