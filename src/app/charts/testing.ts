import type { SeedSnapshot, Snapshot, Truth } from '../../experiment/types';
import { CATALOG } from '../../learners/catalog';
import type { LearnerKind } from '../../learners/types';
import type { InstanceView } from '../state/instances';

export const TRUTH: Truth = {
  optimal: 0.38,
  behavior: 0.24,
  bcTarget: 0.23,
  inSupport: 0.38,
  inSupportHalting: 0.38,
  plannedFromData: 0.38,
  random: 0.02,
};

/** A seed that believes and earns 0 and knows nothing else, with some of it replaced. */
export function seedWith(given: Partial<SeedSnapshot>): SeedSnapshot {
  return {
    status: 'ok',
    believedReturn: 0,
    trueReturn: 0,
    goalRate: 0,
    goalSteps: null,
    q: null,
    truePolicyQ: null,
    optimalQ: null,
    overestimation: null,
    gap: null,
    readings: null,
    bound: null,
    losses: null,
    online: null,
    ...given,
  };
}

/** A snapshot at a step, with the seeds of each instance. */
export function snapshotAt(
  step: number,
  learners: Readonly<Record<string, readonly SeedSnapshot[]>>,
): Snapshot {
  return {
    runId: 'run',
    datasetHash: 'hash',
    step,
    backend: 'cpu',
    status: 'running',
    truth: TRUTH,
    learners: Object.fromEntries(
      Object.entries(learners).map(([id, seeds]) => [
        id,
        { kind: id.split('-', 1)[0] as LearnerKind, status: 'ok', restsAt: null, seeds },
      ]),
    ),
  };
}

/** An instance for charts; `variant` 1 for a second one of its kind. */
export function instanceOf(kind: LearnerKind, variant = 0): InstanceView {
  const short = kind.toUpperCase();
  return {
    id: variant === 0 ? kind : `${kind}-${variant}`,
    kind,
    method: CATALOG[kind],
    label: short,
    short,
    tagline: '',
    color: { light: '#0072b2', dark: '#56a9e8' },
    variant,
  };
}
