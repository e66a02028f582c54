"""
Makes golden files of learners, in float64, from the papers alone: networks, their gradients and Adam are
written out in numpy, and nothing is shared with what the files are held against.

    python3 tools/golden/learners.py src/learners/testdata/golden [name ...]

Every gradient is checked against central differences before a file is written, and a batch is taken only
where no choice (the largest of some values, a threshold, a clip) hangs by a thread, since 32-bit numbers
would fall on either side.
"""

import json
import os
import sys

import numpy as np

PARTS = ("w1", "b1", "w2", "b2", "w3", "b3")
ACTIONS = 4
ADAM = dict(beta1=0.9, beta2=0.999, epsilon=1e-8)
# A choice that is closer than this is made anew.
MARGIN = 2e-3


class Close(Exception):
    """A choice hangs by a thread."""


# Networks: y = relu(relu(x w1 + b1) w2 + b2) w3 + b3.


def made(random, inputs, hidden, outputs):
    def uniform(rows, *shape):
        return random.uniform(-1, 1, shape) * 1.5 / np.sqrt(rows)

    return dict(
        w1=uniform(inputs, inputs, hidden), b1=uniform(inputs, hidden),
        w2=uniform(hidden, hidden, hidden), b2=uniform(hidden, hidden),
        w3=uniform(hidden, hidden, outputs) * 2, b3=uniform(hidden, outputs),
    )


def forward(net, x):
    first = np.maximum(x @ net["w1"] + net["b1"], 0)
    second = np.maximum(first @ net["w2"] + net["b2"], 0)
    return second @ net["w3"] + net["b3"]


def backward(net, x, slope):
    """Gradients of a loss whose slopes at the outputs are given."""
    first = np.maximum(x @ net["w1"] + net["b1"], 0)
    second = np.maximum(first @ net["w2"] + net["b2"], 0)
    below = (slope @ net["w3"].T) * (second > 0)
    lowest = (below @ net["w2"].T) * (first > 0)
    return dict(
        w1=x.T @ lowest, b1=lowest.sum(0), w2=first.T @ below, b2=below.sum(0), w3=second.T @ slope, b3=slope.sum(0)
    )


# What losses are made of.


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def log_softmax(x):
    top = x.max(1, keepdims=True)
    return x - top - np.log(np.exp(x - top).sum(1, keepdims=True))


def pick(values, action):
    return values[np.arange(len(values)), action]


def onehot(action):
    return np.eye(ACTIONS)[action]


def apart(*distances):
    for distance in distances:
        if np.abs(distance).min() < MARGIN:
            raise Close


def best_of(values, mask=None):
    """The action with the largest value among those that a mask allows; all where it allows none."""
    if mask is not None:
        mask = mask | ~mask.any(1, keepdims=True)
        values = np.where(mask, values, -np.inf)
    ordered = np.sort(values, 1)
    gap = ordered[:, -1] - ordered[:, -2]
    apart(gap)
    return values.argmax(1)


def squared(values, target, action):
    """Mean squared error of the actions taken, and its slopes."""
    error = pick(values, action) - target
    return (error**2).mean(), 2 * error[:, None] * onehot(action) / len(action)


def likelihood(logits, action, weight=1.0):
    """−mean w log π(a|s), and its slopes."""
    weight = np.broadcast_to(weight, action.shape)
    loss = -(weight * pick(log_softmax(logits), action)).mean()
    return loss, weight[:, None] * (softmax(logits) - onehot(action)) / len(action)


def bootstrapped(batch, gamma, value):
    return batch["reward"] + gamma * (1 - batch["terminal"]) * value


# The methods: `live` are outputs at s that learn; `at` answers (network, 'online' | 'target', 's' | 'next') with
# outputs that do not. Each returns its terms, their weights in the total, and the slopes of the total.


def bcq(live, at, batch, hyper):
    """Discrete BCQ (Fujimoto et al. 2019): the target of double DQN among the actions that are likely enough."""
    if hyper["support"] == "seen":
        mask = batch["seen_next"]
    else:
        g = softmax(at("behavior", "online", "next"))
        ratio = g / g.max(1, keepdims=True)
        apart(ratio - hyper["threshold"])
        mask = ratio > hyper["threshold"]
    chosen = best_of(at("q", "online", "next"), mask)
    y = bootstrapped(batch, hyper["gamma"], pick(at("q", "target", "next"), chosen))
    bellman, of_q = squared(live["q"], y, batch["action"])
    imitation, of_g = likelihood(live["behavior"], batch["action"])
    return dict(bellman=bellman, imitation=imitation), dict(bellman=1, imitation=1), dict(q=of_q, behavior=of_g)


def onestep(live, at, batch, hyper):
    """One-step RL (Brandfonbrener et al. 2021): the values of the behaviour, by a model of it; β is for acting only."""
    value = (softmax(at("behavior", "online", "next")) * at("q", "target", "next")).sum(1)
    bellman, of_q = squared(live["q"], bootstrapped(batch, hyper["gamma"], value), batch["action"])
    imitation, of_model = likelihood(live["behavior"], batch["action"])
    return dict(bellman=bellman, imitation=imitation), dict(bellman=1, imitation=1), dict(q=of_q, behavior=of_model)


def maxmin(live, at, batch, hyper):
    """Maxmin Q-learning (Lan et al. 2020), every critic trained towards the largest of the least target values."""
    names = list(live)
    after = np.sort([at(name, "target", "next") for name in names], 0)
    apart(after[1] - after[0])
    least = after[0]
    y = bootstrapped(batch, hyper["gamma"], pick(least, best_of(least)))
    errors = {name: squared(live[name], y, batch["action"]) for name in names}
    return (
        dict(bellman=sum(loss for loss, _ in errors.values())), dict(bellman=1),
        {name: slopes for name, (_, slopes) in errors.items()},
    )


def awac(live, at, batch, hyper):
    """AWAC (Nair et al. 2020), and CRR with binary weights (Wang et al. 2020); the policy is what is backed up."""
    values = at("q", "target", "s")
    advantage = pick(values, batch["action"]) - (softmax(at("policy", "online", "s")) * values).sum(1)
    if hyper["weight"] == "binary":
        apart(advantage)
        weight = (advantage > 0).astype(float)
    else:
        apart(hyper["beta"] * advantage - np.log(hyper["weightClip"]))
        weight = np.minimum(np.exp(hyper["beta"] * advantage), hyper["weightClip"])
    value = (softmax(at("policy", "online", "next")) * at("q", "target", "next")).sum(1)
    bellman, of_q = squared(live["q"], bootstrapped(batch, hyper["gamma"], value), batch["action"])
    policy, of_policy = likelihood(live["policy"], batch["action"], weight)
    return dict(bellman=bellman, policy=policy), dict(bellman=1, policy=1), dict(q=of_q, policy=of_policy)


def cql(live, at, batch, hyper):
    """CQL(H) (Kumar et al. 2020) with the temperature κ of the logsumexp, in all three backups."""
    after = at("q", "target", "next")
    if hyper["backup"] == "softmax":
        value = (softmax(after) * after).sum(1)
    else:
        value = pick(after, best_of(at("q", "online", "next") if hyper["double"] else after))
    bellman, of_bellman = squared(live["q"], bootstrapped(batch, hyper["gamma"], value), batch["action"])
    q, kappa, alpha = live["q"], hyper["temperature"], hyper["alpha"]
    top = q.max(1)
    soft_max = top + kappa * np.log(np.exp((q - top[:, None]) / kappa).sum(1))
    penalty = (soft_max - pick(q, batch["action"])).mean()
    of_penalty = (softmax(q / kappa) - onehot(batch["action"])) / len(q)
    return (
        dict(bellman=bellman, penalty=penalty), dict(bellman=1, penalty=alpha),
        dict(q=of_bellman + alpha * of_penalty),
    )


METHODS = dict(bcq=bcq, onestep=onestep, maxmin=maxmin, awac=awac, cql=cql)

# What is made.


SECOND = dict(bcq=["behavior"], onestep=["behavior"], awac=["policy"])


def networks_of(learner, hyper):
    """Outputs by network, and which have targets."""
    critics = [f"q{i + 1}" for i in range(hyper["critics"])] if "critics" in hyper else ["q"]
    return dict.fromkeys([*critics, *SECOND.get(learner, [])], ACTIONS), critics


SHARED = dict(learningRate=1e-3, polyak=0.005)
FILES = {
    "bcq-basic": ("bcq", dict(gamma=0.97, threshold=0.3, support="model"), dict(input=3, hidden=8, batch=16), {}),
    "bcq-high-threshold": ("bcq", dict(gamma=0.9, threshold=0.9, support="model"), dict(input=6, hidden=8, batch=16), {}),
    "onestep-basic": ("onestep", dict(gamma=0.97, beta=3.0), dict(input=3, hidden=8, batch=16), {}),
    "maxmin-two": ("maxmin", dict(gamma=0.97, critics=2), dict(input=3, hidden=8, batch=16), {}),
    "maxmin-five": ("maxmin", dict(gamma=0.9, critics=5), dict(input=3, hidden=6, batch=12), {}),
    "awac-basic": ("awac", dict(gamma=0.97, beta=1.5, weightClip=100.0, weight="exp"), dict(input=3, hidden=8, batch=16), {}),
    "awac-clipped": ("awac", dict(gamma=0.95, beta=8.0, weightClip=100.0, weight="exp"), dict(input=6, hidden=8, batch=16), {}),
    "awac-binary": ("awac", dict(gamma=0.95, beta=1.0, weightClip=100.0, weight="binary"), dict(input=3, hidden=8, batch=16), {}),
    "cql-cold": (
        "cql", dict(gamma=0.97, alpha=1.0, temperature=0.3, backup="softmax", double=False), dict(input=3, hidden=8, batch=16), {},
    ),
    "cql-warm-double": (
        "cql", dict(gamma=0.95, alpha=2.0, temperature=4.0, backup="max", double=True), dict(input=3, hidden=8, batch=16), {},
    ),
    "bcq-seen": ("bcq", dict(gamma=0.95, threshold=0.3, support="seen"), dict(input=3, hidden=8, batch=16), dict(states=6)),
}


def batch_of(random, sizes, more):
    rows, inputs = sizes["batch"], sizes["input"]
    x, after = random.standard_normal((2, rows, inputs))
    action = random.integers(ACTIONS, size=rows)
    if "states" in more:
        # Few states, so that what the data contains at one is more than the action of one row; one is never left.
        count = more["states"]
        table = random.standard_normal((count + 1, inputs)).round(6)
        state = np.concatenate([np.arange(count), random.integers(count, size=rows - count)])
        later = random.integers(count + 1, size=rows)
        later[0] = count
        seen = np.zeros((count + 1, ACTIONS), bool)
        seen[state, action] = True
        return dict(x=table[state], nextX=table[later], action=action, seen=seen[state], seen_next=seen[later])
    return dict(x=x, nextX=after, action=action)


def rounded(value):
    if isinstance(value, dict):
        return {name: rounded(own) for name, own in value.items()}
    if isinstance(value, np.ndarray):
        return rounded(value.tolist())
    if isinstance(value, list):
        return [rounded(own) for own in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


def evaluated(method, online, target, batch, hyper, live=None):
    def at(name, of, where):
        net = (online if of == "online" else target)[name]
        return forward(net, batch["x" if where == "s" else "nextX"])

    own = {name: forward(net, batch["x"]) for name, net in (live or online).items()}
    terms, weights, slopes = method(own, at, batch, hyper)
    return terms, sum(weights[name] * terms[name] for name in terms), slopes


def check(method, online, target, batch, hyper, gradients, random):
    """Holds gradients to central differences, some entries of every tensor."""
    h = 1e-6
    for name, net in online.items():
        for part in PARTS:
            flat = net[part].reshape(-1)
            for entry in random.choice(flat.size, min(4, flat.size), replace=False):
                totals = []
                for way in (h, -h):
                    changed = flat.copy()
                    changed[entry] += way
                    live = {**online, name: {**net, part: changed.reshape(net[part].shape)}}
                    totals.append(evaluated(method, online, target, batch, hyper, live)[1])
                slope = (totals[0] - totals[1]) / (2 * h)
                error = abs(slope - gradients[name][part].reshape(-1)[entry])
                assert error < 1e-6 * (1 + abs(slope)), f"{name}.{part}[{entry}]: {error}"


def attempt(name, seed):
    learner, own, sizes, more = FILES[name]
    hyper = dict(own, **SHARED)
    method = METHODS[learner]
    random = np.random.default_rng([seed, *name.encode()])
    outputs, with_targets = networks_of(learner, hyper)
    batch = batch_of(random, sizes, more)
    rows = sizes["batch"]
    batch["reward"] = random.standard_normal(rows)
    batch["terminal"] = (random.uniform(size=rows) < 0.2).astype(float)
    if more.get("draws"):
        batch["randomAction"] = random.integers(ACTIONS, size=rows)
    online = {n: made(random, sizes["input"], sizes["hidden"], size) for n, size in outputs.items()}
    target = {n: made(random, sizes["input"], sizes["hidden"], outputs[n]) for n in with_targets}
    # What stands in the file is what is computed with.
    batch = {key: np.array(rounded(value)) for key, value in batch.items()}
    online, target = ({n: {p: np.array(rounded(x)) for p, x in net.items()} for n, net in nets.items()} for nets in (online, target))
    file = dict(
        format=1, kind="learner", name=name, learner=learner, hyper=dict(hyper, adam=ADAM),
        sizes=dict(input=sizes["input"], hidden=sizes["hidden"], actions=ACTIONS, batch=rows),
        batch={key: batch[key] for key in ("x", "action", "reward", "nextX", "terminal", "randomAction") if key in batch},
        online=online, target=target,
    )
    expect = {}
    moments = {n: {p: [np.zeros_like(x)] * 2 for p, x in net.items()} for n, net in online.items()}
    for step in range(1, 6):
        terms, total, slopes = evaluated(method, online, target, batch, hyper)
        gradients = {n: backward(online[n], batch["x"], slopes[n]) for n in online}
        if step == 1:
            check(method, online, target, batch, hyper, gradients, random)
            expect.update(terms=dict(terms, total=total), gradients=gradients)
        moved = {}
        for n, net in online.items():
            moved[n] = {}
            for p in PARTS:
                m, v = moments[n][p]
                g = gradients[n][p]
                m = ADAM["beta1"] * m + (1 - ADAM["beta1"]) * g
                v = ADAM["beta2"] * v + (1 - ADAM["beta2"]) * g**2
                moments[n][p] = [m, v]
                m, v = m / (1 - ADAM["beta1"] ** step), v / (1 - ADAM["beta2"] ** step)
                moved[n][p] = net[p] - hyper["learningRate"] * m / (np.sqrt(v) + ADAM["epsilon"])
        online = moved
        target = {
            n: {p: (1 - hyper["polyak"]) * net[p] + hyper["polyak"] * online[n][p] for p in PARTS}
            for n, net in target.items()
        }
        if step in (1, 5):
            expect[f"after{step}"] = dict(online=online, target=target)
    return rounded(dict(file, expect=expect))


def file_of(name):
    for seed in range(1000):
        try:
            return attempt(name, seed)
        except Close:
            pass
    raise SystemExit(f"{name}: no batch without a close call")


if __name__ == "__main__":
    folder, *names = sys.argv[1:]
    for name in names or FILES:
        with open(os.path.join(folder, f"{name}.json"), "w") as out:
            json.dump(file_of(name), out, separators=(",", ":"))
        print(name)
