try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError:
    torch = None
    print("Not installed; `pip install torch` for this part.")


def network(outputs):
    # PyTorch's own initialisation is the playground's: uniform within 1/sqrt(fan_in).
    width = TRAINING["width"]
    sizes = [features(TRAINING["encoding"]).shape[1], width, width, outputs]
    first, second, last = (nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
    return nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), last)


def networks(kind, seed):
    """By name: DQN, CQL and the first critic of IQL start from the same weights."""
    torch.manual_seed(seed)
    if kind == "bc":
        return {"policy": network(4)}
    if kind == "iql":
        return {"q1": network(4), "q2": network(4), "v": network(1), "policy": network(4)}
    return {"q": network(4)}


def loss(kind, options, nets, targets, batch):
    """The losses as their papers write them; everything inside no_grad is a constant."""
    s, a, r, s2, d = batch
    taken = lambda table: table.gather(1, a[:, None])[:, 0]
    if kind == "bc":  # -mean log π(a|s)
        return F.cross_entropy(nets["policy"](s), a)
    if kind == "iql":
        v = nets["v"](s)[:, 0]
        with torch.no_grad():
            value = torch.minimum(taken(targets["q1"](s)), taken(targets["q2"](s)))
            u = value - v
            side = (options["expectile"] - (u < 0).float()).abs()
            weight = torch.exp(options["beta"] * u).clamp(max=100)
            y = r + GAMMA * (1 - d) * nets["v"](s2)[:, 0]
        expectile = (side * (value - v) ** 2).mean()
        bellman = sum(F.mse_loss(taken(nets[q](s)), y) for q in ("q1", "q2"))
        imitation = F.cross_entropy(nets["policy"](s), a, reduction="none")
        return expectile + bellman + (weight * imitation).mean()
    with torch.no_grad():
        ahead = targets["q"](s2)
        if options.get("backup") == "softmax":
            backup = (ahead.softmax(1) * ahead).sum(1)
        elif options.get("double"):
            backup = ahead.gather(1, nets["q"](s2).argmax(1, keepdim=True))[:, 0]
        else:
            backup = ahead.max(1).values
        y = r + GAMMA * (1 - d) * backup
    q = nets["q"](s)
    bellman = F.mse_loss(taken(q), y)
    if kind == "dqn":
        return bellman
    if options["penalty"] == "exact":
        kappa = options["temperature"]
        pushed_down = kappa * (q / kappa).logsumexp(1)
    else:  # the common sketch: one random action, of which logsumexp is the identity
        pushed_down = q.gather(1, torch.randint(4, (len(s), 1)))[:, 0]
    return bellman + options["alpha"] * (pushed_down - taken(q)).mean()


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
        loss(kind, options, nets, targets, batch).backward()
        optimizer.step()
        with torch.no_grad():
            for name, target in targets.items():
                for slow, fast in zip(target.parameters(), nets[name].parameters()):
                    slow.lerp_(fast, TRAINING["polyak"])
    with torch.no_grad():
        return {name: net(inputs).double().numpy() for name, net in nets.items()}


def readout(kind, options, tables):
    """The policy that is deployed, and what its learner believes to earn (BC believes nothing)."""
    scores = tables["policy"] if kind in ("bc", "iql") else tables["q"]
    if options["readout"] in ("greedy", "most-likely"):
        policy = np.eye(4)[scores.argmax(1)]
    else:
        odds = np.exp(scores - scores.max(1, keepdims=True))
        policy = odds / odds.sum(1, keepdims=True)
    if kind == "bc":
        return policy, None
    values = tables["v"][:, 0] if kind == "iql" else (policy * scores).sum(1)
    return policy, start_return(values) / TRAINING["rewardScale"]


if torch is not None:
    results = {}
    for name, options in LEARNERS.items():
        results[name] = []
        for seed in range(TRAINING["train.seed"], TRAINING["train.seed"] + TRAINING["seeds"]):
            tables_of = train(options["kind"], options, seed)
            policy, believed = readout(options["kind"], options, tables_of)
            results[name].append((believed, start_return(evaluate(policy))))
            says = "believes nothing" if believed is None else f"believes {believed:.4f}"
            print(f"{name}, seed {seed}: {says}, earns {results[name][-1][1]:.4f}")
