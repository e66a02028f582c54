import type { FusedHead, Read } from '../types';

/** What a head may ask of its stack while its program is written. */
export interface HeadContext {
  readonly options: Readonly<Record<string, number>>;
  /** GLSL of the outputs of one of the learner's networks at the row: a texel. */
  outputs(network: string): string;
  /** The same elsewhere than online at the batch's states. */
  read(network: string, of: Read['of'], at: Read['at']): string;
  /** GLSL of a hyper-parameter's value for the row's seed. */
  hyper(name: string): string;
  /** GLSL of the row's sampled action, an int. */
  sampled(): string;
}

/** A learner's loss as GLSL. */
export interface Head {
  /** Names of the terms, at most four, in the order of a texel. */
  readonly terms: readonly string[];
  /** Statements before the gradients; `action`, `reward`, `continues` and `scale` (1 / rows) are given. */
  readonly code: string;
  /** GLSL of ∂total/∂outputs of every network at the row, by name: a texel. */
  readonly gradients: Readonly<Record<string, string>>;
  /** GLSL of the row's share of the terms: a texel. */
  readonly termValues: string;
}

type Write = (context: HeadContext) => Head;

/** Functions that heads share. */
export const HEAD_FUNCTIONS = `
  float at(vec4 values, int a) {
    return a == 0 ? values.x : a == 1 ? values.y : a == 2 ? values.z : values.w;
  }
  vec4 only(int a) {
    return vec4(a == 0, a == 1, a == 2, a == 3);
  }
  float largest(vec4 values) {
    return max(max(values.x, values.y), max(values.z, values.w));
  }
  int argMax(vec4 values) {
    float most = largest(values);
    return values.x == most ? 0 : values.y == most ? 1 : values.z == most ? 2 : 3;
  }
  vec4 softmax(vec4 values) {
    vec4 e = exp(values - largest(values));
    return e / dot(e, vec4(1.0));
  }
  float logSumExp(vec4 values) {
    float most = largest(values);
    return most + log(dot(exp(values - most), vec4(1.0)));
  }
`;

/** Statements that give `q`, `next` (the value backed up), `error` of the Bellman target. */
function bellman({ options, outputs, read, hyper }: HeadContext): string {
  const target = read('q', 'target', 'nextState');
  const softmax = options.softmax === 1;
  const double = !softmax && options.double === 1;
  const value = softmax
    ? 'dot(softmax(held), held)'
    : double
      ? `at(held, argMax(${read('q', 'online', 'nextState')}))`
      : 'largest(held)';
  return `
    vec4 q = ${outputs('q')};
    vec4 held = ${target};
    float error = at(q, action) - (reward + ${hyper('gamma')} * continues * ${value});`;
}

const dqn: Write = (context) => ({
  terms: ['bellman', 'total'],
  code: bellman(context),
  gradients: { q: 'only(action) * 2.0 * error * scale' },
  termValues: 'vec4(error * error, error * error, 0.0, 0.0)',
});

const cql: Write = (context) => {
  const alpha = context.hyper('alpha');
  const temperature = context.hyper('temperature');
  const sampled = context.options.sampled === 1;
  const pushed = sampled
    ? `
    int drawn = ${context.sampled()};
    vec4 pushedDown = only(drawn);
    float gap = at(q, drawn) - at(q, action);`
    : `
    vec4 pushedDown = softmax(q / ${temperature});
    float gap = ${temperature} * logSumExp(q / ${temperature}) - at(q, action);`;
  return {
    terms: ['bellman', 'penalty', 'total'],
    code: `${bellman(context)}${pushed}`,
    gradients: {
      q: `scale * (only(action) * 2.0 * error + ${alpha} * (pushedDown - only(action)))`,
    },
    termValues: `vec4(error * error, gap, error * error + ${alpha} * gap, 0.0)`,
  };
};

const iql: Write = ({ options, outputs, read, hyper }) => ({
  terms: ['bellman', 'expectile', 'policy', 'total'],
  code: `
    float held = min(
      at(${read('q1', 'target', 'state')}, action),
      at(${read('q2', 'target', 'state')}, action)
    );
    float u = held - ${outputs('v')}.x;
    float factor = abs(${hyper('expectile')} - (u < 0.0 ? 1.0 : 0.0));
    float y = reward + ${hyper('gamma')} * continues * ${read('v', 'online', 'nextState')}.x;
    float error1 = at(${outputs('q1')}, action) - y;
    float error2 = at(${outputs('q2')}, action) - y;
    float weight = exp(min(${hyper('beta')} * u, log(${options.weightClip.toExponential()})));
    vec4 logits = ${outputs('policy')};
    float imitation = weight * (logSumExp(logits) - at(logits, action));
    float squares = error1 * error1 + error2 * error2;
    float expectile1 = factor * u * u;`,
  gradients: {
    q1: 'only(action) * 2.0 * error1 * scale',
    q2: 'only(action) * 2.0 * error2 * scale',
    v: 'vec4(-2.0 * factor * u * scale, 0.0, 0.0, 0.0)',
    policy: 'weight * scale * (softmax(logits) - only(action))',
  },
  termValues: 'vec4(squares, expectile1, imitation, squares + expectile1 + imitation)',
});

const bc: Write = ({ outputs }) => ({
  terms: ['imitation', 'total'],
  code: `
    vec4 logits = ${outputs('policy')};
    float imitation = logSumExp(logits) - at(logits, action);`,
  gradients: { policy: 'scale * (softmax(logits) - only(action))' },
  termValues: 'vec4(imitation, imitation, 0.0, 0.0)',
});

/** The learners' losses, held to the textbook ones by tests. */
export const HEADS: Readonly<Record<FusedHead['kind'], Write>> = { dqn, cql, iql, bc };
