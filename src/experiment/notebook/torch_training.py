def networks(kind, seed):
    """By name: DQN, CQL and the first critic of IQL start from the same weights."""
    torch.manual_seed(seed)
    return {name: network(outputs) for name, outputs in OUTPUTS[kind].items()}


def train(kind, options, seed):
    nets = networks(kind, seed)
    targets = {name: copy.deepcopy(net) for name, net in nets.items() if name.startswith("q")}
    parameters = [p for net in nets.values() for p in net.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=TRAINING["learningRate"])
    inputs = torch.from_numpy(features(TRAINING["encoding"]))
    state, after = (torch.from_numpy(data[k]).long() for k in ("observations", "next_observations"))
    action = torch.from_numpy(data["actions"]).long()
    reward, done = (torch.from_numpy(data[k]).float() for k in ("rewards", "terminals"))
    reward = reward * TRAINING["rewardScale"]
    rows = np.random.default_rng(seed)  # the same minibatches for all learners of a seed
    for _ in range(TRAINING["steps"]):
        i = torch.from_numpy(rows.integers(len(action), size=TRAINING["batch"]))
        batch = inputs[state[i]], action[i], reward[i], inputs[after[i]], done[i]
        optimizer.zero_grad()
        LOSSES[kind](options, nets, targets, batch).backward()
        optimizer.step()
        with torch.no_grad():
            for name, target in targets.items():
                for slow, fast in zip(target.parameters(), nets[name].parameters()):
                    slow.lerp_(fast, TRAINING["polyak"])
    with torch.no_grad():
        return {name: net(inputs).double().numpy() for name, net in nets.items()}


def readout(options, tables):
    """The policy that is deployed, and what its learner believes to earn (without values, nothing)."""
    scores = tables["policy"] if "policy" in tables else tables["q"]
    if options["readout"] in ("greedy", "most-likely"):
        policy = np.eye(4)[scores.argmax(1)]
    else:
        odds = np.exp(scores - scores.max(1, keepdims=True))
        policy = odds / odds.sum(1, keepdims=True)
    if "v" in tables:
        values = tables["v"][:, 0]
    elif "q" in tables:
        values = (policy * tables["q"]).sum(1)
    else:
        return policy, None
    return policy, start_return(values) / TRAINING["rewardScale"]


if torch is not None:
    results = {}
    for name, options in LEARNERS.items():
        if options["kind"] not in LOSSES:
            print(f"{name}: its loss is not in this notebook")
            continue
        results[name] = []
        for seed in range(TRAINING["train.seed"], TRAINING["train.seed"] + TRAINING["seeds"]):
            tables_of = train(options["kind"], options, seed)
            policy, believed = readout(options, tables_of)
            results[name].append((believed, start_return(evaluate(policy))))
            says = "believes nothing" if believed is None else f"believes {believed:.4f}"
            print(f"{name}, seed {seed}: {says}, earns {results[name][-1][1]:.4f}")
