/**
 * Fixed points by brute force in numpy, written from the losses alone: no Newton, no closed forms. Reads
 * JSON cases `{states, gamma, rows: [[s, a, r, s′, d] …], kind, settings, start?}` on argv[1], a list;
 * `start [states]` are values in place of what sweeps from 0 lead to. Prints a list of `{q, v, distribution}` with null on unseen pairs.
 */
export const REST_REFERENCE = `
import json, sys
import numpy as np

def expectile(values, weights, tau):
    low, high = values.min(), values.max()
    for _ in range(200):
        v = (low + high) / 2
        slope = (weights * np.abs(tau - (values < v)) * (values - v)).sum()
        low, high = (v, high) if slope > 0 else (low, v)
    return (low + high) / 2

def penalized(y, b, alpha, kappa):
    # Minimizes sum b (Q - y)^2 + alpha (kappa logsumexp(Q / kappa) - sum b Q): gradient descent, preconditioned.
    q = y.copy()
    for _ in range(20000):
        p = np.exp((q - q.max()) / kappa); p /= p.sum()
        g = 2 * b * (q - y) + alpha * (p - b)
        step = g / (2 * b + alpha / kappa)
        q = q - step
        if np.abs(step).max() < 1e-15 * max(1, np.abs(q).max()): break
    return q

def imitated(x, b, o):
    # The policy step over and over: weights by the advantage over the policy of now, from the behaviour on.
    p = b.copy()
    for _ in range(3000):
        u = x - (p * x).sum()
        if o['weight'] == 'binary':
            # Whoever is better than the policy gains, slowly, until nobody is.
            w = b * (u > 1e-13 * np.abs(x).max())
            if not w.any(): break
            new = .5 * p + .5 * w / w.sum()
        else:
            w = b * np.minimum(np.exp(np.minimum(o['beta'] * u, 700)), o['weightClip'])
            new = w / w.sum()
        off = np.abs(new - p).max()
        p = new
        if off < 1e-15: break
    return (p * x).sum(), p

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
