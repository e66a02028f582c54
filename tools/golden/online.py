"""
Makes the golden file of learners that act in the world while they train: which moves they make, what comes
of them, and which of their own rows they are trained on. From the description alone
(docs/contract.md#online): the hash of a stream's key, its generator (xoroshiro128+, Blackman & Vigna 2018),
the walk and the sampling are written out here, and nothing is shared with what the file is held against.

    python3 tools/golden/online.py src/experiment/testdata/online.json
"""

import json
import struct
import sys

import numpy as np

ACTIONS = 4
WORD = 0xFFFFFFFF


# Streams.


def rotate(x, by):
    return ((x << by) | (x >> (32 - by))) & WORD


def avalanche(h):
    h &= WORD
    h = (h ^ (h >> 16)) * 0x85EBCA6B & WORD
    h = (h ^ (h >> 13)) * 0xC2B2AE35 & WORD
    return h ^ (h >> 16)


def words_of(part):
    if isinstance(part, str):
        return [0x54455854, len(part), *map(ord, part)]
    high, low = struct.unpack(">II", struct.pack(">d", float(part)))
    return [0x4E554D42, high, low]


def state_of(key):
    lanes = [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344]
    mixed = [(0x239B961B, 19), (0xAB0E9789, 17), (0x38B34AE5, 15), (0xA1E38B93, 13)]
    words = [word for part in key for word in words_of(part)]
    for word in words:
        for lane, (factor, by) in enumerate(mixed):
            own = rotate(lanes[lane] ^ (word * factor & WORD), by)
            lanes[lane] = (own * 5 + lanes[(lane + 1) % 4]) & WORD
    a, b, c, d = lanes
    a = avalanche(a + (((b + c + d) & WORD) ^ len(words)))
    b = avalanche(b + a)
    c = avalanche(c + b)
    d = avalanche(d + c)
    return a, b, c, d


class Stream:
    """xoroshiro128+ on two 64-bit words; numbers are made of its lower halves."""

    def __init__(self, *key):
        a, b, c, d = state_of(key)
        self.s0, self.s1 = a << 32 | b, c << 32 | d

    def next(self):
        s0, s1 = self.s0, self.s1
        whole = 0xFFFFFFFFFFFFFFFF
        turn = lambda x, by: ((x << by) | (x >> (64 - by))) & whole
        result = (s0 + s1) & WORD
        s1 ^= s0
        self.s0 = turn(s0, 24) ^ s1 ^ (s1 << 16 & whole)
        self.s1 = turn(s1, 37)
        return result

    def uniform(self):
        high, low = self.next() & (2**26 - 1), self.next() & (2**27 - 1)
        return high * 2.0**-26 + low * 2.0**-53

    def integer(self, bound):
        # Numbers are signed words: counted from the smallest, so that 0 is the middle one.
        limit = 2**32 // bound * bound if bound > 2 else 2**32
        while True:
            value = (self.next() + 2**31) % 2**32
            if value < limit:
                return value % bound


# A world that nobody has drawn, and learners that do not learn.


def world_of(random, states=7):
    terminal = np.zeros(states, int)
    terminal[-2:] = 1
    goal = np.zeros(states, int)
    goal[-1] = 1
    outcomes = []
    for pair in range(states * ACTIONS):
        if terminal[pair // ACTIONS]:
            outcomes.append([])
            continue
        count = int(random.integers(1, 4))
        share = random.dirichlet(np.ones(count))
        nexts = random.choice(states, count, replace=False)
        outcomes.append([[int(s), float(p), float(random.normal())] for s, p in zip(nexts, share)])
    start = np.zeros(states)
    start[:2] = [0.25, 0.75]
    return dict(
        states=states, gamma=0.9, horizon=6, start=start.tolist(), terminal=terminal.tolist(),
        goal=goal.tolist(), outcomes=outcomes,
    )


def policy_of(kind, row):
    if kind == "greedy":
        return np.eye(ACTIONS)[int(np.argmax(row))]
    e = np.exp(row - np.max(row))
    return e / e.sum()


def draw(shares, stream):
    """The first of those with a positive share at which what is left of a uniform number falls below 0."""
    left, drawn = stream.uniform(), None
    for place, share in enumerate(shares):
        if share <= 0:
            continue
        drawn = place
        left -= share
        if left < 0:
            break
    return drawn


def walked(world, counts, learner, kind, seed, tables, moves, epsilon, own, batch):
    """Every step of one learner and seed: its moves, and which of its rows fill its minibatch."""
    rows, steps, at = [], [], None
    tried = np.zeros(world["states"] * ACTIONS, int)
    episodes = goals = 0
    last = None
    for step, table in enumerate(tables):
        stream = Stream("online", seed, learner, "act", step)
        for _ in range(moves):
            if at is None:
                at = dict(state=draw(world["start"], stream), length=0, gained=0.0, discount=1.0)
            state = at["state"]
            if stream.uniform() < epsilon:
                action = stream.integer(ACTIONS)
            else:
                action = draw(policy_of(kind, table[state]), stream)
            ways = world["outcomes"][state * ACTIONS + action]
            way = 0 if len(ways) == 1 else draw([p for _, p, _ in ways], stream)
            following, _, reward = ways[way]
            ends = world["terminal"][following]
            rows.append([state, action, reward, following, ends])
            tried[state * ACTIONS + action] += 1
            at["gained"] += at["discount"] * reward
            at["discount"] *= world["gamma"]
            at["length"] += 1
            at["state"] = following
            if ends or at["length"] >= world["horizon"]:
                episodes += 1
                goals += world["goal"][following]
                last = at["gained"]
                at = None
        stream = Stream("online", seed, learner, "rows", step)
        steps.append([rows[stream.integer(len(rows))] for _ in range(own)])
    record = dict(
        steps=len(rows), episodes=episodes, goals=goals, pairs=int((tried > 0).sum()),
        newPairs=int(((tried > 0) & (counts == 0)).sum()), lastReturn=last,
    )
    return dict(learner=learner, seed=seed, drawn=steps, record=record, tried=tried.tolist())


def main(target):
    random = np.random.default_rng(20261127)
    world = world_of(random)
    counts = random.integers(0, 3, world["states"] * ACTIONS)
    batch, share, moves, epsilon, steps = 9, 0.5, 3, 0.3, 25
    # Halves are rounded up: 4.5 of 9.
    own = int(np.floor(share * batch + 0.5))
    shape = (steps, world["states"], ACTIONS)
    # Few different numbers, so that the largest is often not the only one.
    q = random.integers(0, 4, shape).astype(float)
    logits = np.float32(random.normal(size=shape)).astype(float)
    learners = [("dqn", "greedy", q), ("bc", "distribution", logits)]
    walks = [
        walked(world, counts, name, kind, seed, tables, moves, epsilon, own, batch)
        for name, kind, tables in learners
        for seed in (4, 5)
    ]
    assert all(walk["record"]["goals"] > 0 and walk["record"]["newPairs"] > 0 for walk in walks)
    golden = dict(
        world=world, counts=counts.tolist(), batch=batch, share=share, moves=moves, epsilon=epsilon,
        seeds=[4, 5], tables={name: tables.tolist() for name, _, tables in learners}, walks=walks,
    )
    with open(target, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
