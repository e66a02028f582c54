import { copyOf } from '../../src/learners/testing/copies';
import type { Entrant, Group } from './types';
import { type Difference, openWorld } from './workload';

const SIMD: Entrant = { backend: 'wasm', way: 'simd' };
const WASM_COMPOSED: Entrant = { backend: 'wasm', way: 'composed' };
const CPU_COMPOSED: Entrant = { backend: 'cpu', way: 'composed' };
const WEBGL_FUSED: Entrant = { backend: 'webgl', way: 'fused' };
const WEBGL_COMPOSED: Entrant = { backend: 'webgl', way: 'composed' };
const WASM_TEXTBOOK: Entrant = { backend: 'wasm', way: 'textbook' };
const CPU_TEXTBOOK: Entrant = { backend: 'cpu', way: 'textbook' };
const WEBGL_TEXTBOOK: Entrant = { backend: 'webgl', way: 'textbook' };
const JAX: Entrant = { backend: 'wasm', way: 'jax-js' };
const JAX_STACK: Entrant = { backend: 'wasm', way: 'jax-js-stack' };

/** Two CQL instances with ten training seeds each: a stack of 20 networks, batch 128, width 64. */
const TWENTY: Difference = {
  learners: ['cql', 'cql-2'],
  'cql-2.alpha': 0.025,
  // The plain CQL that peers have.
  'cql.backup': 'max',
  'cql-2.backup': 'max',
  seeds: 10,
  width: 64,
  batch: 128,
};

/** A world so large and data so wide that hardly any state of a minibatch repeats. */
const SPREAD: Difference = { ...openWorld(40), 'data.size': 100_000, encoding: 'fourier' };

const NODE_STACKS = [SIMD, WASM_COMPOSED, CPU_COMPOSED];
const NODE_PEERS = [WASM_TEXTBOOK, CPU_TEXTBOOK, JAX, JAX_STACK];
const BROWSER_PEERS = [WEBGL_TEXTBOOK, WASM_TEXTBOOK, JAX_STACK];

/** The learners of the first screen, and the same as programs that somebody wrote, to the last bit. */
function written(): Difference[] {
  const kinds = ['dqn', 'cql', 'iql', 'bc'] as const;
  const copies = kinds.map((kind, i) => [`own-${i + 1}.loss`, copyOf(kind)] as const);
  const learners = kinds.map((_, i) => `own-${i + 1}`);
  return [16, 64].flatMap((width) => [
    { learners: kinds, width },
    { learners, width, ...Object.fromEntries(copies) },
  ]);
}

/** How the cost of the four learners grows on the SIMD stack, one thing changed at a time. */
function sweeps(): Group[] {
  const sweep = (name: string, differences: readonly Difference[]): Group => ({
    name,
    where: 'node',
    differences,
    entrants: [SIMD],
  });
  const over = (name: string, key: string, values: readonly number[]) =>
    sweep(
      name,
      values.map((value) => ({ [key]: value })),
    );
  return [
    over('seeds', 'seeds', [1, 4, 16]),
    over('width', 'width', [16, 64, 128]),
    over('batch', 'batch', [32, 128, 512]),
    sweep(
      'world',
      [5, 10, 20, 40].map((side) => ({ ...openWorld(side), 'data.size': 10_000 })),
    ),
    over('rows', 'data.size', [100, 1000, 10_000, 100_000]),
    sweep('written losses', written()),
  ];
}

/** Everything that `npm run bench` measures. */
export function allGroups(): Group[] {
  const browserStacks = [WEBGL_FUSED, WEBGL_COMPOSED, SIMD];
  return [
    {
      name: 'stack of 20',
      where: 'node',
      differences: [TWENTY],
      entrants: [...NODE_STACKS, ...NODE_PEERS],
    },
    {
      name: 'stack of 20, spread states',
      where: 'node',
      differences: [{ ...TWENTY, ...SPREAD }],
      entrants: [...NODE_STACKS, ...NODE_PEERS],
    },
    { name: 'default scenario', where: 'node', differences: [{}], entrants: NODE_STACKS },
    ...sweeps(),
    {
      name: 'stack of 20',
      where: 'browser',
      differences: [TWENTY],
      entrants: [...browserStacks, ...BROWSER_PEERS],
    },
    { name: 'default scenario', where: 'browser', differences: [{}], entrants: browserStacks },
    {
      // Small, since software WebGL takes half a minute for a full step; launches do not depend on sizes.
      name: 'small networks, 16 seeds',
      where: 'browser',
      differences: [{ seeds: 16, width: 16, batch: 32 }],
      entrants: browserStacks,
    },
  ];
}

/** A few cases that say in seconds whether all is well. */
export function quickGroups(): Group[] {
  return [
    {
      name: 'stack of 20',
      where: 'node',
      differences: [TWENTY],
      entrants: [SIMD, WASM_COMPOSED, WASM_TEXTBOOK, JAX_STACK],
    },
    {
      name: 'default scenario',
      where: 'browser',
      differences: [{}],
      entrants: [WEBGL_FUSED, SIMD],
    },
  ];
}
