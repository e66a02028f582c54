import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { lacksTorch, pythonWithTorch } from '../../../tools/testing/python';
import type { OutputPlace } from '../../engine/loss/graph';
import { evaluate, type NodeValue, type RowValues } from '../../engine/loss/numbers';
import { rowLoss } from '../../engine/loss/rows';
import { definitionFrom } from '../../learners/definition';
import { compileProgram } from '../../learners/language/compile';
import { parseProgram } from '../../learners/language/parse';
import { programs } from '../../learners/language/testing/programs';
import { printTorch } from '../../learners/language/torch';
import { TorchNames } from '../../learners/language/torch-names';
import { LEARNERS } from '../../learners/registry';
import type { LearnerSettings } from '../../learners/types';
import { randomStream } from '../../random/stream';
import helpers from './torch_losses.py?raw';

const folder = mkdtempSync(join(tmpdir(), 'offgrid-torch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 7;
const BATCHES = 12;
const ACTIONS = 4;
const GAMMA = 0.9;
/** Numbers of knobs: two of the same would hide a mix-up. */
const KNOBS = [0.7, 1.3, 0.9, 1.7];

/** Programs that the page does not have, for what its methods do not need. */
const OTHERS: Readonly<Record<string, string>> = {
  'BCQ with the true support': `network Q(s,a), target Q̄
y = r + γ (1 − d) max Q̄(s′,·) where seen(s′)
bellman = mean (Q(s,a) − sg[y])²
inside  = mean[min Q(s,·) where seen(s)] + mean[mean Q(s,·) where seen(s)]
spread  = mean[logsumexp Q(s,·) where seen(s)] − mean[Σ Q(s,·) where Q(s,·) > 90]
minimise bellman + 0.5 inside + spread / 3
act     argmax Q(s,·) where seen(s)
believe max Q(s,·) where seen(s)
`,
  'an ensemble': `network Q_i(s,a) for i = 1..5, target Q̄_i
network V_j(s) for j = 1..3
e = Q_i(s,a) − sg[r + γ (1 − d) min_i max Q̄_i(s′,·)]
both = Q_i(s,a) V_j(s) − Q̄_1(s′,a)
bellman = Σ_i mean e²
cross = mean[Σ_i Σ_j both / 10]
spread = mean[max_i Q_i(s,a) − mean_i Q_i(s,a)]
own = mean[(Q_2(s,a) − V_3(s)) sg[Q_3(s,a)]]
minimise bellman + cross − 0.1 spread + own
act     argmax min_i Q_i(s,·)
believe mean_j V_j(s)
`,
  'advantage weights from Q and π, and a belief by a name': `network Q(s,a), target Q̄
policy  π(a|s)
knob λ = 2
worth(s) = Σ (Q(s,·) + 1) π(·|s)
adv = Q̄(s,a) − Σ π(·|s) Q̄(s,·)
w = min(exp(sg[adv] / λ), 20)
y = r + γ (1 − d) Σ π(·|s′) Q̄(s′,·)
bellman = mean (Q(s,a) − sg[y])²
policy  = −mean w log π(a|s)
minimise bellman + policy
act     argmax π(·|s)
believe worth(s)
`,
  'what nothing stops': `network Q(s,a), target Q̄
network V(s), target V̄
policy π(a|s)
knob κ = 0.5
v(s) = κ log Σ exp(Q(s,·) / κ)
p = π(a|s)
entropy = −Σ π(·|s) log π(·|s)
u = Q(s,a) − v(s)
b = r + γ (1 − d) v(s′) + V(s′) V̄(s)
residual = mean (b − Q(s,a))²
ahead = mean (r + γ (1 − d) V(s′) − V(s))²
over = mean[(Q(s,·) − V(s)) Q̄(s,·) + log softmax(Q(s,·) − π(ã|s))]
soft = mean[entropy] + κ mean[sg[u] u - |u| (1 - 1[u ≥ 0]) / 2]
tail = mean[max(u, min(V(s), 1 / 4)) - log p + Σ 1[Q(s,·) < V(s)] Q(s,·)]
minimise residual + ahead + soft - tail + exp(-κ) mean[V(s) - (r - (d - V(s)))]
act     Q(s,·) − V(s)
believe V(s)
`,
  'several critics that nobody believes in': `network Q_i(s,a) for i = 1..3, target Q̄_i
policy π(a|s)
bellman = Σ_i mean (Q_i(s,a) − sg[r + γ (1 − d) Q̄_i(s′,a)])²
clone = −mean log π(a|s)
minimise bellman + clone
act argmax π(·|s)
`,
  'a value that no action has': `network V(s), target V̄
policy π(a|s)
expected = mean (V(s) − sg[r + γ (1 − d) V̄(s′)])²
clone = −mean log π(a|s)
minimise expected + clone
act argmax π(·|s)
believe V(s)
`,
  'names that Python takes': `network lambda(s,a), target max′
policy F(a|s)
knob options = 2
knob range
pick = lambda(s,a)
batch = sg[pick] · range
sum = mean (pick − batch)²
torch = −mean[options log F(a|s)]
minimise sum + torch
act argmax F(·|s)
`,
};

interface Case {
  readonly name: string;
  readonly program: string;
  readonly variant: Readonly<Record<string, string>>;
  readonly settings: LearnerSettings;
}

const SHIPPED: readonly (readonly [keyof typeof LEARNERS, LearnerSettings])[] = [
  ['bc', { readout: 'distribution' }],
  ['bc', { readout: 'most-likely' }],
  ['dqn', { readout: 'greedy' }],
  ['dqn', { double: true, readout: 'softmax' }],
  ['cql', { backup: 'softmax', penalty: 'exact' }],
  ['cql', { backup: 'softmax', penalty: 'sampled-sketch' }],
  ['cql', { backup: 'max', double: true, penalty: 'exact' }],
  ['cql', { backup: 'max', double: false, penalty: 'sampled-sketch' }],
  ['iql', { readout: 'distribution' }],
  ['iql', { readout: 'most-likely', c: 1.1 }],
  ['bcq', { support: 'model', readout: 'greedy' }],
  ['bcq', { support: 'seen', readout: 'softmax' }],
  ['onestep', {}],
  ['maxmin', { critics: 3, readout: 'greedy' }],
  ['maxmin', { critics: 8, readout: 'softmax' }],
  ['awac', { weight: 'exp', c: 1.1, readout: 'distribution' }],
  ['awac', { weight: 'binary', readout: 'most-likely' }],
];

const CASES: readonly Case[] = [
  ...SHIPPED.map(([kind, settings]) => ({
    name: `${kind} ${JSON.stringify(settings)}`,
    program: LEARNERS[kind](settings).program.source,
    variant: LEARNERS[kind](settings).variant(settings),
    settings,
  })),
  ...Object.entries(OTHERS).map(([name, program]) => ({
    name,
    program,
    variant: {},
    settings: {},
  })),
  ...fc.sample(programs, { seed: 3, numRuns: 20 }).map((program, i) => ({
    name: `random program ${i}: ${program}`,
    program,
    variant: {},
    settings: {},
  })),
];

const { uniform } = randomStream('notebook', 'torch');
const number = () => 4 * uniform() - 2;
const numbers = (count: number) => Array.from({ length: count }, number);
const whole = (below: number) => Math.floor(below * uniform());

/** Outputs of every network at the states of the rows, then at their next states. */
type Tables = Readonly<Record<string, readonly NodeValue[]>>;

interface Batch {
  readonly online: Tables;
  readonly target: Tables;
  readonly seen: readonly (readonly number[])[];
  readonly a: readonly number[];
  readonly drawn: readonly number[];
  readonly r: readonly number[];
  readonly d: readonly number[];
}

/** Numbers that 32-bit floats hold, so that readouts are the same. */
function tables(networks: readonly { name: string; output: string }[]): Tables {
  return Object.fromEntries(
    networks.map(({ name, output }) => [
      name,
      Array.from({ length: 2 * ROWS }, () =>
        output === 'actions' ? numbers(ACTIONS).map(Math.fround) : Math.fround(number()),
      ),
    ]),
  );
}

function prepared({ program: text, variant, settings, ...rest }: Case) {
  const program = parseProgram(text);
  const compiled = compileProgram(program, variant);
  const knobs: Record<string, number> = {};
  program.knobs.forEach(({ name, value }, i) => {
    knobs[name] = Number(settings[name] ?? value ?? KNOBS[i]);
  });
  const options = Object.fromEntries(
    program.knobs.flatMap(({ name, value }) =>
      value === null || name in settings ? [[name, knobs[name]]] : [],
    ),
  );
  const batches = Array.from(
    { length: BATCHES },
    (): Batch => ({
      online: tables(compiled.networks),
      target: tables(compiled.networks.filter(({ target }) => target)),
      seen: Array.from({ length: 2 * ROWS }, () => numbers(ACTIONS).map((x) => Number(x > 0.7))),
      a: Array.from({ length: ROWS }, () => whole(ACTIONS)),
      drawn: Array.from({ length: ROWS }, () => whole(ACTIONS)),
      r: numbers(ROWS),
      d: Array.from({ length: ROWS }, () => whole(2)),
    }),
  );
  const own = { ...settings, ...options };
  const code = printTorch({ program, names: {}, variant, settings: own, instances: ['own'] });
  const python = new TorchNames(program);
  // By their names in Python, the networks of the graph that stand behind them.
  const copiesOf = (name: string, copies: { to: number } | null) =>
    copies === null ? name : Array.from({ length: copies.to }, (_, i) => `${name}${i + 1}`);
  const networks = [
    ...program.networks.flatMap(({ name, copies, target }) => [
      [python.of(name), 'online', copiesOf(name, copies)],
      ...(target === null ? [] : [[python.of(target), 'target', copiesOf(name, copies)]]),
    ]),
    ...program.policies.map(({ name }) => [python.of(name), 'online', name]),
  ];
  const terms = Object.fromEntries(compiled.loss.terms.map(({ name }) => [name, python.of(name)]));
  return {
    ...rest,
    text,
    compiled,
    knobs,
    options,
    settings: own,
    batches,
    code,
    networks,
    terms,
    variant,
  };
}

/** Runs the functions as the notebook has them, on tables in the place of networks. */
const RUN = `
import json, sys, torch
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.Tensor.float = torch.Tensor.double
given = json.load(open(sys.argv[1]))
answers = []
for case in given['cases']:
    scope = {'GAMMA': given['gamma']}
    exec(given['helpers'], scope)
    exec(compile(case['code'], case['name'], 'exec'), scope)
    loss, readout = scope['LOSSES']['own'], scope['READOUTS']['own']
    declared = scope['NETWORKS']['own']
    assert scope['TARGETS']['own'].items() <= {(t, n) for t in scope['TARGETS']['own'] for n in declared}
    shapes = {}
    for name, outputs in declared.items():
        for i, one in enumerate(outputs if type(outputs) is list else [outputs]):
            shapes[f'{name} {i}'] = one
    results = []
    for batch in case['batches']:
        leaves, nets = {}, {}
        for name, kind, behind in case['networks']:
            asked = []
            for own in behind if type(behind) is list else [behind]:
                leaf = torch.tensor(batch[kind][own], requires_grad=kind == 'online')
                if kind == 'online':
                    leaves[own] = leaf
                    assert shapes[f'{name} {len(asked)}'] == (leaf.shape[1] if leaf.ndim == 2 else 1)
                asked.append(lambda states, leaf=leaf: leaf[states])
            nets[name] = asked if type(behind) is list else asked[0]
        a, r, d = (torch.tensor(batch[k]) for k in 'ard')
        s = torch.arange(len(a))
        drawn = torch.tensor(batch['drawn'])
        torch.randint_like = lambda like, below: drawn
        scope['SEEN'] = torch.tensor(batch['seen']) > 0
        named = {}
        def watch(frame, event, _):
            if event == 'return' and frame.f_code is loss.__code__:
                named.update(frame.f_locals)
        sys.setprofile(watch)
        total = loss(nets, (s, a, r, s + len(a), d.double()), case['options'])
        sys.setprofile(None)
        total = torch.as_tensor(total)
        # A random program may train nothing.
        if total.requires_grad: total.backward()
        with torch.no_grad():
            policy, believed = readout(nets, torch.arange(2 * len(a)), case['options'])
        results.append({
            'total': float(total),
            'terms': {own: float(named[name]) for own, name in case['terms'].items()},
            'gradients': {n: (torch.zeros_like(x) if x.grad is None else x.grad).tolist() for n, x in leaves.items()},
            'policy': policy.flatten().tolist(),
            'believed': None if believed is None else believed.tolist(),
        })
    answers.append(results)
json.dump(answers, sys.stdout)
`;

interface Answer {
  readonly total: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly gradients: Tables;
  readonly policy: readonly number[];
  readonly believed: readonly number[] | null;
}

function rowOf(batch: Batch, knobs: Readonly<Record<string, number>>, row: number): RowValues {
  const at = (place: OutputPlace['at']) => (place === 'state' ? row : ROWS + row);
  return {
    output: (place) => batch[place.of][place.network][at(place.at)],
    hyper: (name) => (name === 'gamma' ? GAMMA : knobs[name]),
    seen: (place) => batch.seen[at(place)],
    action: batch.a[row],
    drawn: batch.drawn[row],
    reward: batch.r[row],
    terminal: batch.d[row],
    actionCount: ACTIONS,
  };
}

/** The terms of a loss and their gradients, as the compiled graph says. */
function expectedOf({ compiled, knobs }: ReturnType<typeof prepared>, batch: Batch) {
  const { means, terms } = rowLoss(compiled.loss);
  const values: Record<string, number> = {};
  const gradients = Object.fromEntries(
    Object.entries(batch.online).map(([name, table]) => [
      name,
      table.map((entry) => (typeof entry === 'number' ? [0] : entry.map(() => 0))),
    ]),
  );
  for (let row = 0; row < ROWS; row++) {
    const given = rowOf(batch, knobs, row);
    const one = (node: Parameters<typeof evaluate>[0][number]) => evaluate([node], given)[0];
    for (const { name, means: parts } of terms) {
      for (const { place, weight } of parts) {
        const share = (Number(one(weight)) * Number(one(means[place].value))) / ROWS;
        values[name] = (values[name] ?? 0) + share;
      }
    }
    for (const { network, all, at } of means.flatMap((mean) => mean.gradients)) {
      const own = gradients[network][row];
      const every = all === null ? 0 : one(all);
      own.forEach((_, a) => {
        own[a] += (typeof every === 'number' ? every : every[a]) / ROWS;
      });
      for (const { action, value } of at) own[Number(one(action))] += Number(one(value)) / ROWS;
    }
  }
  return { values, gradients };
}

const close = (actual: number, expected: number, what: string, bound = 1e-9) =>
  expect(Math.abs(actual - expected), what).toBeLessThan(bound * (1 + Math.abs(expected)));

it('has the terms, gradients and readouts of the compiled programs', {
  timeout: 300_000,
}, (context) => {
  const lacking = lacksTorch();
  if (lacking !== null) context.skip(lacking);
  const cases = CASES.map(prepared);
  const path = join(folder, 'cases.json');
  writeFileSync(path, JSON.stringify({ gamma: GAMMA, helpers, cases }));
  const answers = pythonWithTorch(RUN, path) as Answer[][];
  cases.forEach((own, i) => {
    const { name, batches, settings, text, variant } = own;
    const learner = definitionFrom({
      program: text,
      variant: () => variant,
      workings: () => ({}),
      restsAt: LEARNERS.dqn({}).restsAt,
    });
    batches.forEach((batch, b) => {
      const answer = answers[i][b];
      const { values, gradients } = expectedOf(own, batch);
      close(answer.total, values.total, `${name}: total`);
      for (const [term, value] of Object.entries(answer.terms)) {
        close(value, values[term], `${name}: ${term}`);
      }
      expect(Object.keys(answer.terms).length).toBe(Object.keys(values).length - 1);
      for (const [network, rows] of Object.entries(gradients)) {
        const found = answer.gradients[network].flat();
        expect(found.length).toBe(rows.flat().length);
        rows.flat().forEach((value, at) => {
          close(found[at], value, `${name}: gradient of ${network}`);
        });
      }
      const outputs = Object.fromEntries(
        Object.entries(batch.online).map(([key, table]) => [key, Float32Array.from(table.flat())]),
      );
      const { policy, v } = learner.readout(outputs, settings, Uint8Array.from(batch.seen.flat()));
      policy.forEach((p, at) => {
        close(answer.policy[at], p, `${name}: policy`, 1e-6);
      });
      expect(answer.believed === null, name).toBe(v === null);
      v?.forEach((value, at) => {
        close(answer.believed?.[at] ?? Number.NaN, value, `${name}: believed`, 1e-6);
      });
    });
  });
});
