try:
    import gymnasium

    Env, Discrete = gymnasium.Env, gymnasium.spaces.Discrete
except ImportError:  # what is needed of Gymnasium, so that this notebook runs without it

    class Discrete:
        def __init__(self, n):
            self.n = n

    class Env:
        np_random = np.random.default_rng()

        def reset(self, *, seed=None, options=None):
            if seed is not None:
                self.np_random = np.random.default_rng(seed)


ACTIONS = ["up", "right", "down", "left"]
MOVES = [(-1, 0), (0, 1), (1, 0), (0, -1)]
# States are the cells that are no wall, in reading order.
CELLS = [(r, c) for r, line in enumerate(MAP) for c, cell in enumerate(line) if cell != "#"]
STATE_OF = {cell: state for state, cell in enumerate(CELLS)}
KIND = [MAP[r][c] for r, c in CELLS]
STARTS = [s for s, kind in enumerate(KIND) if kind == "S"]
TERMINAL = np.array([kind in "GP" for kind in KIND])


class Gridworld(Env):
    """The playground's world: observations are states, rewards are those of the cell entered."""

    def __init__(self):
        self.observation_space = Discrete(len(CELLS))
        self.action_space = Discrete(len(ACTIONS))

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.state = int(self.np_random.choice(STARTS))
        self.steps = 0
        return self.state, {}

    def step(self, action):
        if self.np_random.random() < SLIP:  # to one of the two sides, never backwards
            action = (action + int(self.np_random.choice([1, 3]))) % 4
        row, column = CELLS[self.state]
        down, right = MOVES[action]
        # A move into a wall or off the map stays where it is.
        entered = STATE_OF.get((row + down, column + right), self.state)
        reward = reward_of(KIND[entered])
        fell = KIND[entered] == "C"
        self.state = int(self.np_random.choice(STARTS)) if fell else entered
        self.steps += 1
        terminated = bool(TERMINAL[self.state])
        # The horizon cuts an episode; it is no end of the world, so such rows bootstrap.
        truncated = not terminated and self.steps >= HORIZON
        return self.state, reward, terminated, truncated, {}


def reward_of(kind):
    return REWARDS[{"G": "goal", "P": "pit", "C": "cliff"}.get(kind, "step")]


def features(encoding):
    """What a network sees of every state, (states, features)."""
    if encoding == "one-hot":
        return np.eye(len(CELLS), dtype=np.float32)
    rows, columns = len(MAP), len(MAP[0])
    y, x = np.array(CELLS, dtype=float).T
    x = 2 * x / (columns - 1) - 1 if columns > 1 else 0 * x
    y = 2 * y / (rows - 1) - 1 if rows > 1 else 0 * y
    waves = []
    if encoding == "fourier":
        for k in (1, 2, 4):
            for coordinate in (x, y):
                angle = np.pi * k / 2 * coordinate
                waves += [np.sin(angle), np.cos(angle)]
    return np.stack([x, y, *waves], axis=1).astype(np.float32)


env = Gridworld()
state, _ = env.reset(seed=0)
for _ in range(HORIZON):
    state, reward, terminated, truncated, _ = env.step(int(env.np_random.integers(4)))
    if terminated or truncated:
        break
print(f"{len(CELLS)} states; a random episode ended in {CELLS[state]} after {env.steps} steps")
