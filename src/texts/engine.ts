import { area } from './current';

/** The panel behind the badge: what the learners train on, and why. */
export const engine = area('engine', {
  title: 'Engine',
  trainsOn: 'Trains in a worker on {backend}, by {stack} ({implementation}).',
  implementation: (name: string) => `${name} stack`,
  /** What each rung is, beside its name. */
  kinds: {
    webgl: 'graphics processor',
    wasm: 'WebAssembly',
    cpu: 'JavaScript',
  },
  inUse: (kind: string) => `${kind}, in use`,
  stacks: {
    simd: 'our own SIMD code',
    fused: 'our own programs for the graphics processor',
    composed: 'composed tfjs operations',
  } as Readonly<Record<string, string>>,
  /** `workers` ≥ 2. */
  spread: (workers: number) => `Seeds are spread over ${workers} workers.`,
  loading: 'The engine is being loaded; the world can be looked at meanwhile.',
  /** `gain` follows the name: «is 2.1× faster here». */
  better: (gain: string) => `{name} ${gain}; used from the next reset.`,
  resetNow: 'Reset now',
  measuredHere: 'Measured here: a step of these networks',
  measuredSmaller: 'Measured here: a step of smaller networks',
  measuredLarger: 'Measured here: a step of larger networks',
  measuring: 'Measuring …',
  cannotMeasure: 'Measuring cannot be started in this browser.',
  willMeasure: 'Measures as soon as nothing trains.',
  notWhilePinned: 'Not measured by itself while pinned.',
  measuredAt: (when: string) => `Measured ${when}.`,
  again: 'Measure again',
  note: 'Automatic takes what was measured best. Choosing another restarts the learners.',
});
