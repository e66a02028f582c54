import { mostSteps } from '../../experiment/ending';
import { instanceKind, instanceSettings, instancesOn } from '../../experiment/settings/instances';
import type { Settings } from '../../experiment/types';
import type { LearnerMeta } from '../../learners/meta';
import { methodOf } from '../../learners/method';
import { ACTION_COUNT } from '../../mdp/types';
import { training } from '../../texts/training';
import { STEPS_PER_SECOND } from '../../worker/training/pace';
import type { EngineInfo } from '../../worker/training/protocol';
import { MOMENTS_BUDGET } from './moments';
import { SEED_ROOM, TABLE_ROOM } from './room';

/** Passes through a network that is trained: one forward, two backward. Each reading is one more. */
const PASSES = 3;
/** Numbers that are kept of a parameter: itself and Adam's two moments. */
const KEPT = 3;
/** Operations a parameter costs in Adam and Polyak, next to two a row in a product. */
const UPDATE = 20;
/** Operations that a row of a minibatch costs before it meets a network: drawing it, and its losses. */
const ROW = 20_000;
const OUTPUTS = 4;
const FEATURES: Readonly<Record<string, number>> = { xy: 2, fourier: 14 };

/** What the learners that are on take a step, added up. */
function sumOf(settings: Settings, cost: (takes: LearnerMeta['takes']) => number): number {
  return instancesOn(settings).reduce((sum, id) => {
    const kind = instanceKind(id);
    if (kind === null) return sum;
    return sum + cost(methodOf(kind, instanceSettings(settings, id)).takes);
  }, 0);
}

/** Rough operations of a joint training step: what its time hangs on. `states` are those of the world. */
export function workOf(settings: Settings, states: number): number {
  const width = settings.width;
  const features = FEATURES[settings.encoding];
  const hidden = width * (width + OUTPUTS);
  // A one-hot input is a look-up of one row of weights, but every row of them is updated.
  const product = hidden + width * (features ?? 1);
  const parameters = hidden + width * (features ?? states);
  // Equal states of a minibatch pass once.
  const rows = states * (1 - (1 - 1 / states) ** settings.batch);
  const learners = sumOf(
    settings,
    ({ networks, reads }) =>
      (PASSES * networks + reads) * 2 * rows * product + networks * UPDATE * parameters,
  );
  return settings.seeds * (learners + ROW * settings.batch);
}

/** Bytes that the networks of a run take about. `states` are those of the world. */
export function networkBytes(settings: Settings, states: number): number {
  const width = settings.width;
  const inputs = FEATURES[settings.encoding] ?? states;
  const copies = sumOf(settings, ({ networks, targets }) => KEPT * networks + targets);
  return 4 * settings.seeds * copies * width * (inputs + width + OUTPUTS + 2);
}

/** Tables of a learner and seed that hold a number a pair; one more holds a number a state. */
const PAIR_TABLES = 5;
/**
 * Frames and snapshots that are under way at a time, or wait for the collector of garbage: as they are measured, put
 * together, copied for between visits, sent, drawn.
 */
const UNDER_WAY = 10;
/** As many times as much as is kept is in memory: what is measured anew and let go is collected late. */
const UNCOLLECTED = 2;
/** Bytes of a row of the data: in the page, in the worker, and where it trains. */
const ROW_ROOM = 3 * 40;

/**
 * Bytes that a run of these settings takes about, beside what the page takes without one: its networks, what is
 * measured and kept of it, and its data. Held against what Chromium takes by docs/measuring.md.
 *
 * @param states of the world.
 */
export function bytesOf(settings: Settings, states: number): number {
  const seeds = settings.seeds * instancesOn(settings).length;
  const tables = 4 * states * (ACTION_COUNT * PAIR_TABLES + 1) + (PAIR_TABLES + 1) * TABLE_ROOM;
  const point = seeds * (tables + SEED_ROOM);
  const points = 1 + mostSteps(settings) / settings.measureEvery;
  const kept = UNCOLLECTED * Math.min(MOMENTS_BUDGET, points * point);
  const data = ROW_ROOM * settings['data.size'];
  return networkBytes(settings, states) + kept + UNDER_WAY * point + data;
}

/**
 * Operations a second of a laptop's two cores as `workOf` counts them, to go by until this device has
 * been measured. Null for WebGL: graphics processors differ too much for a guess.
 */
export function typicalThroughput(engine: EngineInfo | null): number | null {
  if (engine?.backend === 'webgl') return null;
  if (engine?.backend === 'cpu') return 6e7;
  return engine === null || engine.implementation === 'simd' ? 1.5e10 : 2e9;
}

/**
 * Seconds that a run of these settings to its verdict takes about; where it is left to settle, at most.
 *
 * @param states of the world.
 * @param throughput operations a second as `workOf` counts them.
 */
export function secondsOf(settings: Settings, states: number, throughput: number): number {
  const steps = mostSteps(settings);
  const trained = (steps * workOf(settings, states)) / throughput;
  return Math.max(trained, steps / STEPS_PER_SECOND[settings.speed]);
}

/** A run shorter than this many seconds is not worth a word. */
const WORTH_SAYING = 20;
/** Nor is less memory than this, in bytes. */
const WORTH_BYTES = 1e8;

function describeSeconds(seconds: number): string {
  const t = training();
  if (!(seconds >= WORTH_SAYING)) return '';
  if (seconds < 95) return t.seconds(Math.round(seconds / 5) * 5);
  if (seconds < 95 * 60) return t.minutes(Math.round(seconds / 60));
  return t.hours(Math.round(seconds / 3600));
}

function describeBytes(bytes: number): string {
  const t = training();
  if (!(bytes >= WORTH_BYTES)) return '';
  const megabytes = Number((bytes / 1e6).toPrecision(2));
  return megabytes < 1000 ? t.megabytes(megabytes) : t.gigabytes(megabytes / 1000);
}

/** «about 40 s», «about 3 min and 150 MB of memory»; '' for a short run that needs little. */
export function describeCost(seconds: number, bytes: number): string {
  return training().cost(
    [describeSeconds(seconds), describeBytes(bytes)].filter((part) => part !== ''),
  );
}
