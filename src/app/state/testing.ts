import { type GivenData, givenData } from '../../data/given';
import { resolveSettings } from '../../experiment/settings/parse';
import { FACTS } from '../../experiment/testing/facts';
import type {
  FrameLearner,
  ProblemView,
  SeedSnapshot,
  Settings,
  Snapshot,
} from '../../experiment/types';
import { ScriptedWorker } from '../../worker/connection/testing/scripted';
import type { Command, Report } from '../../worker/training/protocol';
import { archiveOver, type KeyValues } from './archive';
import type { Moment } from './moments';
import { Playground } from './playground';
import type { Memory } from './rungs';

/** Settings as the default page has them. */
export function defaultSettings(): Settings {
  return resolveSettings({}).settings;
}

/** Metrics of a seed as a learner without values has them. */
export function seedSnapshot(fields: Partial<SeedSnapshot> = {}): SeedSnapshot {
  return {
    status: 'ok',
    believedReturn: null,
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
    ...fields,
  };
}

/** A snapshot of some learners, one seed each. */
export function snapshotOf(
  runId: string,
  step: number,
  learners: Readonly<Record<string, Partial<SeedSnapshot>>> = {},
): Snapshot {
  return {
    runId,
    datasetHash: 'abc',
    step,
    backend: 'cpu',
    status: 'running',
    truth: {
      optimal: 0.38,
      behavior: 0.24,
      bcTarget: 0.23,
      inSupport: 0.38,
      inSupportHalting: 0.38,
      plannedFromData: 0.38,
      random: 0,
    },
    learners: Object.fromEntries(
      Object.entries(learners).map(([id, fields]) => [
        id,
        {
          kind: 'dqn' as const,
          status: 'ok' as const,
          restsAt: null,
          seeds: [seedSnapshot(fields)],
        },
      ]),
    ),
  };
}

/** A moment whose frame has tables of one state for so many seeds of one learner. */
export function momentOf(runId: string, step: number, seeds = 1): Moment {
  const table = () => new Float32Array(4).fill(step);
  const learner = (): FrameLearner => ({
    q: table(),
    trueQ: table(),
    policy: table(),
    occupancy: new Float32Array(1),
    delta: null,
    share: null,
    tried: null,
  });
  return {
    step,
    snapshot: snapshotOf(runId, step, { dqn: {} }),
    frame: { runId, step, learners: { dqn: Array.from({ length: seeds }, learner) }, rests: {} },
  };
}

/** A measured report without maps. */
export function measured(runId: string, step: number): Report {
  return {
    type: 'measured',
    snapshot: snapshotOf(runId, step),
    frame: { runId, step, learners: {}, rests: {} },
  };
}

/** A problem of a corridor of two cells. */
export function problemView(runId: string): ProblemView {
  return {
    runId,
    world: {
      map: ['SG'],
      slip: 0,
      rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
      gamma: 0.9,
      horizon: 10,
    },
    automaticScale: 1,
    facts: FACTS,
    transitions: {
      size: 1,
      state: Int32Array.of(0),
      action: Uint8Array.of(1),
      reward: Float64Array.of(1),
      nextState: Int32Array.of(1),
      terminal: Uint8Array.of(1),
      truncated: Uint8Array.of(0),
      episode: Int32Array.of(0),
      step: Int32Array.of(0),
      behaviorProbability: Float64Array.of(0.25),
    },
    counts: Int32Array.of(0, 1, 0, 0, 0, 0, 0, 0),
    datasetHash: 'abc',
    episodes: 1,
    surgery: {
      reports: [],
      originalRows: Int32Array.of(0),
      before: { size: 1, episodes: 1, hash: 'abc', seenPairs: 1, bcTarget: 0.23, inSupport: 0.38 },
    },
    source: { kind: 'collected' },
    truth: snapshotOf(runId, 0).truth,
    optimalQ: new Float64Array(8),
    behaviorPolicy: new Float64Array(8).fill(0.25),
    warnings: [],
  };
}

/** A dataset of a corridor, of `rows` rows: another number of them, another hash. */
export function corridor(rows: number, label = `${rows} rows`): GivenData {
  const column = (value: number) => new Array<number>(rows).fill(value);
  return givenData({
    label,
    kind: 'imported',
    map: ['SG'],
    behaviorKnown: false,
    transitions: {
      size: rows,
      state: Int32Array.from(column(0)),
      action: Uint8Array.from(column(1)),
      reward: Float64Array.from(column(1)),
      nextState: Int32Array.from(column(1)),
      terminal: Uint8Array.from(column(1)),
      truncated: Uint8Array.from(column(0)),
      episode: Int32Array.from(column(0), (_, row) => row),
      step: Int32Array.from(column(0)),
      behaviorProbability: Float64Array.from(column(0.25)),
    },
  });
}

/** The worker that trains, played by a test. */
export class ScriptedTrainer extends ScriptedWorker<Command, Report> {
  /** The last command of a type. */
  last<T extends Command['type']>(type: T): Extract<Command, { type: T }> | undefined {
    return this.commands.findLast(
      (command): command is Extract<Command, { type: T }> => command.type === type,
    );
  }
}

/** Values by key that are gone with the test. */
export function valuesInMemory(kept = new Map<string, unknown>()): KeyValues {
  return {
    get: async (key) => structuredClone(kept.get(key)),
    set: async (key, value) => void kept.set(key, structuredClone(value)),
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
    update: async (key, change) => void kept.set(key, structuredClone(change(kept.get(key)))),
  };
}

/** A playground with scripted workers; the newest is `worker()`. */
export function scriptedPlayground(hash = '', values = valuesInMemory()) {
  const workers: ScriptedTrainer[] = [];
  const stored = new Map<string, string>();
  const memory: Memory = {
    read: (key) => stored.get(key) ?? null,
    write: (key, value) => void stored.set(key, value),
    forget: (key) => void stored.delete(key),
  };
  const playground = new Playground({
    spawn() {
      const worker = new ScriptedTrainer();
      workers.push(worker);
      return worker;
    },
    memory,
    archive: async () => archiveOver(values, () => Date.now()),
    browser: 'a browser of the test',
    hash,
  });
  return {
    playground,
    workers,
    stored,
    worker: () => workers[workers.length - 1],
    /** Lets the reports through that wait for the next delivery. */
    delivered: () => new Promise((resolve) => setTimeout(resolve, 110)),
  };
}
