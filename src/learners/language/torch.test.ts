import { describe, expect, it } from 'vitest';
import { LEARNERS } from '../registry';
import type { LearnerKind, LearnerSettings } from '../types';
import { parseProgram } from './parse';
import { printTorch } from './torch';
import { TorchNames } from './torch-names';

function shipped(kind: LearnerKind, settings: LearnerSettings, ...instances: string[]): string {
  const { program, names, variant } = LEARNERS[kind]({});
  return printTorch({ program, names, variant: variant(settings), settings, instances });
}

function printed(text: string): string {
  const program = parseProgram(text);
  return printTorch({ program, names: {}, variant: {}, settings: {}, instances: ['own'] });
}

describe('PyTorch from a program', () => {
  it('prints IQL as one would write it', () => {
    expect(shipped('iql', { expectile: 0.8, beta: 10, readout: 'distribution' }, 'iql')).toBe(
      `# IQL, Kostrikov et al. (2022), equations 5 to 7
@loss_of("iql", networks={"Q": [4, 4], "V": 1, "pi": 4}, targets={"Q_target": "Q"})
def iql_loss(nets, batch, options):
    Q, Q_target, V, pi = nets["Q"], nets["Q_target"], nets["V"], nets["pi"]
    s, a, r, s2, d = batch
    tau, beta = options["expectile"], options["beta"]
    c = 100
    with torch.no_grad():
        held = torch.stack([pick(Q_target[i](s), a) for i in range(2)]).min(0).values
    u = held - V(s)
    with torch.no_grad():
        side = torch.abs(tau - (u < 0).float())
        w = torch.exp(beta * u).clamp(max=c)
        y = r + GAMMA * (1 - d) * V(s2)
    bellman = sum(F.mse_loss(pick(Q[i](s), a), y) for i in range(2))
    expectile = (side * u ** 2).mean()
    policy = -(w * pick(pi(s).log_softmax(1), a)).mean()
    return bellman + expectile + policy


@readout_of("iql")
def iql_readout(nets, s, options):
    V, pi = nets["V"], nets["pi"]
    policy = pi(s).softmax(1)
    return policy, V(s)
`,
    );
  });

  it('takes the options of some settings, for all instances that share them', () => {
    const settings = { backup: 'softmax', penalty: 'sampled-sketch', readout: 'softmax' };
    expect(shipped('cql', settings, 'cql-sketch', 'cql-2')).toBe(
      `# CQL(H), Kumar et al. (2020), equation 4
@loss_of("cql-sketch", "cql-2", networks={"Q": 4}, targets={"Q_target": "Q"})
def cql_sketch_loss(nets, batch, options):
    Q, Q_target = nets["Q"], nets["Q_target"]
    s, a, r, s2, d = batch
    alpha = options["alpha"]
    drawn = torch.randint_like(a, 4)
    with torch.no_grad():
        next = (Q_target(s2).softmax(1) * Q_target(s2)).sum(1)
        y = r + GAMMA * (1 - d) * next
    down = pick(Q(s), drawn)[:, None].logsumexp(1)
    bellman = F.mse_loss(pick(Q(s), a), y)
    penalty = (down - pick(Q(s), a)).mean()
    return bellman + alpha * penalty


@readout_of("cql-sketch", "cql-2")
def cql_sketch_readout(nets, s, options):
    Q = nets["Q"]
    scores = Q(s)
    policy = scores.softmax(1)
    return policy, (policy * scores).sum(1)
`,
    );
    const exact = shipped('cql', { backup: 'max', double: true, penalty: 'exact' }, 'cql');
    expect(exact).toContain('next = pick(Q_target(s2), Q(s2).argmax(1))');
    expect(exact).toContain('down = kappa * (Q(s) / kappa).logsumexp(1)');
    expect(exact).toContain('policy = greedy(scores)');
  });

  it('prints imitation as the cross-entropy that it is', () => {
    expect(shipped('bc', {}, 'bc')).toContain('imitation = F.cross_entropy(pi(s), a)\n');
  });

  it('stops what the language stops, where it stands and no further', () => {
    const text = printed(`network V(s)
network Q(s,a), target Q̄
u = Q(s,a) − V(s)
lead = mean (r + γ V(s′) − V(s))²
own = mean[sg[u] u + sg[Q̄(s,a)] Q(s,a)]
minimise lead + own
act argmax Q(s,·)
`);
    expect(text).toContain('lead = F.mse_loss(r + GAMMA * V(s2).detach(), V(s))');
    expect(text).toContain('(u.detach() * u + pick(Q_target(s), a) * pick(Q(s), a)).mean()');
    expect(text).not.toContain('no_grad');
  });

  it('leaves out what another option needs, and says in full what a state has', () => {
    const text = printed(`network Q(s,a), target Q̄
policy G(a|s)
choice backup: plain, likely
likely(s) = G(·|s) > 0.1
best = max Q̄(s′,·)
next = by backup
  plain: best
  likely: max Q̄(s′,·) where likely(s′)
bellman = mean (Q(s,a) − sg[r + γ (1 − d) next])²
minimise bellman − mean log G(a|s)
act argmax Q(s,·) where likely(s)
`);
    expect(text).not.toContain('likely_next');
    expect(text).toContain('likely = G(s).softmax(1) > 0.1\n    scores = only(Q(s), likely)');
  });
});

describe('names in Python', () => {
  const { of } = {
    of: (...names: string[]) => {
      const python = new TorchNames(
        parseProgram('network Q(s,a), target Q̄\nminimise mean Q(s,a)\nact argmax Q(s,·)\n'),
      );
      return names.map((name) => python.of(name));
    },
  };

  it('are those of the program where Python allows them', () => {
    expect(of('Q', 'Q̄', 'y', 'next', 'größe', 'β', 'Δβ', 'x′')).toEqual([
      'Q',
      'Q_target',
      'y',
      'next',
      'größe',
      'beta',
      'Delta_beta',
      'x_next',
    ]);
  });

  it('are others where they are words of Python or of the notebook, or the same twice', () => {
    expect(of('λ', 'torch', 'batch', 's2', 'β', 'beta', 'Q_target')).toEqual([
      'lambda_',
      'torch_',
      'batch_',
      's2_',
      'beta',
      'beta_',
      'Q_target_',
    ]);
  });
});
