def tables():
    """P(s'|s,a) as (states, 4, states) and the expected reward as (states, 4)."""
    n = len(CELLS)
    P, R = np.zeros((n, 4, n)), np.zeros((n, 4))
    for s in np.flatnonzero(~TERMINAL):
        for a in range(4):
            sides = [(a, 1 - SLIP), ((a + 1) % 4, SLIP / 2), ((a + 3) % 4, SLIP / 2)]
            for direction, p in sides:
                (row, column), (down, right) = CELLS[s], MOVES[direction]
                entered = STATE_OF.get((row + down, column + right), s)
                R[s, a] += p * reward_of(KIND[entered])
                if KIND[entered] == "C":
                    P[s, a, STARTS] += p / len(STARTS)
                else:
                    P[s, a, entered] += p
    return P, R


P, R = tables()


def evaluate(policy):
    """The exact V of a policy (states, 4): (I - γ P^π) V = R^π."""
    transition = np.einsum("sa,sat->st", policy, P)
    return np.linalg.solve(np.eye(len(CELLS)) - GAMMA * transition, (policy * R).sum(1))


def optimal():
    """V* and Q* by policy iteration."""
    policy = np.full((len(CELLS), 4), 0.25)
    while True:
        Q = R + GAMMA * P @ evaluate(policy)
        better = Q.max(1) > (policy * Q).sum(1) + 1e-11 * max(1, abs(Q).max())
        if not better.any():
            return Q.max(1), Q
        policy[better] = np.eye(4)[Q[better].argmax(1)]


def start_return(V):
    return V[STARTS].mean()


V_optimal, Q_optimal = optimal()
V_behavior = evaluate(data["behavior_policy"])
# The same numbers as in the playground, computed by another program.
for name, own in [("v_optimal", V_optimal), ("q_optimal", Q_optimal), ("v_behavior", V_behavior)]:
    assert np.allclose(own, data[name], rtol=1e-7, atol=1e-7), name
possible = P[data["observations"], data["actions"], data["next_observations"]] > 0
print(f"{possible.sum()} of {len(possible)} rows can happen in this world")
print(f"best possible return {start_return(V_optimal):.4f}, behaviour {start_return(V_behavior):.4f}")
