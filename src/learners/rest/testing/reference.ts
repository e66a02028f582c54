/**
 * Fixed points by brute force in numpy, written from the losses alone: no Newton, no closed forms. Reads
 * JSON cases `{states, gamma, rows: [[s, a, r, s′, d] …], kind, settings, start?}` on argv[1], a list;
 * `start [states]` are values in place of what sweeps from 0 lead to. Prints a list of `{q, v, distribution}` with null on unseen pairs.
 */
export const REST_REFERENCE = `
import json, math, sys
import numpy as np

# Rows have four numbers at most, for which plain floats take a fraction of numpy's time.

def expectile(values, weights, tau):
    pairs = list(zip(values.tolist(), weights.tolist()))
    low, high = values.min(), values.max()
    for _ in range(120):
        v = (low + high) / 2
        slope = sum(w * abs(tau - (x < v)) * (x - v) for x, w in pairs)
        low, high = (v, high) if slope > 0 else (low, v)
    return (low + high) / 2

def penalized(y, b, alpha, kappa):
    # Minimizes sum b (Q - y)^2 + alpha (kappa logsumexp(Q / kappa) - sum b Q): gradient descent, preconditioned.
    y, b = y.tolist(), b.tolist()
    q = y
    for _ in range(20000):
        top = max(q)
        e = [math.exp((x - top) / kappa) for x in q]
        mass = sum(e)
        step = [(2 * n * (x - t) + alpha * (w / mass - n)) / (2 * n + alpha / kappa) for x, t, n, w in zip(q, y, b, e)]
        q = [x - d for x, d in zip(q, step)]
        if max(map(abs, step)) < 1e-15 * max(1, max(map(abs, q))): break
    return np.array(q)

def imitated(x, b, o):
    # The policy step over and over: weights by the advantage over the policy of now, from the behaviour on.
    x, b = x.tolist(), b.tolist()
    p, size = b, max(map(abs, x))
    for _ in range(3000):
        mean = sum(c * d for c, d in zip(p, x))
        if o['weight'] == 'binary':
            # Whoever is better than the policy gains, slowly, until nobody is.
            w = [c if d - mean > 1e-13 * size else 0 for c, d in zip(b, x)]
            if sum(w) == 0: break
            kept = .5
        else:
            w = [c * min(math.exp(min(o['beta'] * (d - mean), 700)), o['weightClip']) for c, d in zip(b, x)]
            kept = 0
        mass = sum(w)
        new = [kept * c + (1 - kept) * d / mass for c, d in zip(p, w)]
        off = max(abs(c - d) for c, d in zip(p, new))
        p = new
        # Large values round the advantage, and with it the policy, for ever.
        if off < 1e-15 * max(1, o['beta'] * size): break
    return sum(c * d for c, d in zip(p, x)), np.array(p)

def solve(case):
    S, gamma, kind, o = case['states'], case['gamma'], case['kind'], case['settings']
    N = np.zeros((S, 4)); R = np.zeros((S, 4)); P = np.zeros((S, 4, S))
    for s, a, r, t, d in case['rows']:
        N[s, a] += 1; R[s, a] += r; P[s, a, t] += 1 - d
    seen = N > 0
    R[seen] /= N[seen]; P[seen] /= N[seen][:, None]
    # From a start that is given, one sweep tells whether it rests there.
    given = case.get('start')
    v = np.zeros(S) if given is None else np.array(given)
    q = np.zeros((S, 4)); dist = np.full((S, 4), .25)
    for sweep in range(100000 if given is None else 1):
        y = R + gamma * P @ v
        new = np.zeros(S)
        for s in range(S):
            k = seen[s]
            if not k.any(): continue
            b = N[s, k] / N[s].sum()
            x = y[s, k]
            if kind == 'cql':
                x = (x - o['alpha'] / 2 * (.25 / b - 1) if o.get('penalty') == 'sampled-sketch'
                     else penalized(x, b, o['alpha'], o.get('temperature', 1)))
            q[s, k] = x
            if kind == 'bcq':
                likely = b / b.max() > o['threshold'] if o['support'] == 'model' else b > 0
                new[s] = x[likely].max()
            elif kind == 'awac': new[s] = imitated(x, b, o)[0]
            elif kind == 'onestep': new[s] = (b * x).sum()
            elif kind == 'iql': new[s] = expectile(x, b, o['expectile'])
            elif o.get('backup') == 'softmax':
                p = np.exp(x - x.max()); p /= p.sum(); new[s] = (p * x).sum()
            else: new[s] = x.max()
        off = np.abs(new - v).max()
        v = new
        if off <= 1e-14 * max(1, np.abs(v).max()): break
    for s in range(S):
        k = seen[s]
        if not k.any(): continue
        w = N[s] * (np.minimum(np.exp(o['beta'] * (q[s] - v[s])), o.get('weightClip', 100)) if kind == 'iql' else 1)
        w = np.where(k, w, 0)
        dist[s] = w / w.sum()
        if kind == 'awac': dist[s, k] = imitated(q[s, k], N[s, k] / N[s].sum(), o)[1]
        if kind == 'onestep':
            tilted = np.where(k, q[s] + np.log(np.where(k, dist[s], 1)) / o['beta'], -np.inf)
            v[s] = q[s, tilted.argmax()]
    return dict(q=[[x if k else None for x, k in zip(*row)] for row in zip(q.tolist(), seen.tolist())],
                v=v.tolist(), distribution=dist.tolist())

print(json.dumps([solve(case) for case in json.load(open(sys.argv[1]))]))
`;
