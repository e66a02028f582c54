import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  bestRung,
  describeTimes,
  type RememberedRungs,
  type RungSentences,
  type RungTimes,
  timedRungs,
} from '../../engine/choice';
import { BACKENDS, type BackendName } from '../../engine/types';
import { worldOf } from '../../experiment/settings/world';
import type { Settings } from '../../experiment/types';
import { rungs as texts } from '../../texts/rungs';
import { workOf } from './cost';

/** What the page keeps between visits, injected: a browser may refuse storage altogether. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string): void;
  forget(key: string): void;
}

/** What was measured with a stack of some size, and when (milliseconds since 1970). */
export interface Measurement {
  readonly at: number;
  readonly rungs: RungTimes;
}

/** Measurements by size class. */
export type Measurements = Readonly<Record<number, Measurement>>;

const KEY = 'offgrid.rungs';
/** The key of earlier versions, which held the name of whatever ran last: no measurement. */
const FORMER_KEY = 'offgrid.backend';

type Read = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most;

/** Where a rung was timed, or why there is none. */
function isRung(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (isText(value.missing, 1000)) return true;
  const { ms, implementation, rough } = value;
  const isExact = !Object.hasOwn(value, 'rough') || rough === true;
  return isNumber(ms) && ms > 0 && isText(implementation, 40) && isExact;
}

const isMeasurement = (value: unknown): value is Measurement =>
  isRecord(value) &&
  isNumber(value.at) &&
  isRecord(value.rungs) &&
  Object.entries(value.rungs).every(
    ([name, rung]) => /^(webgl|wasm|cpu)$/.test(name) && isRung(rung),
  );

/** Measurements as they were kept; none where the text is not ours, or is of another browser. */
export function readMeasurements(text: string | null, browser: string): Measurements {
  if (text === null) return {};
  try {
    // By hand, since it is the only thing on the first screen that a library of schemas would do.
    const kept: unknown = JSON.parse(text);
    if (!isRecord(kept) || kept.v !== 1 || kept.browser !== browser || !isRecord(kept.sizes)) {
      return {};
    }
    const isWhole = Object.entries(kept.sizes).every(
      ([size, value]) => /^\d{1,2}$/.test(size) && isMeasurement(value),
    );
    return isWhole ? (kept.sizes as Measurements) : {};
  } catch {
    return {};
  }
}

/**
 * Size class of a stack: half orders of magnitude of the operations of a joint step. What a step costs
 * on the processor grows with them, on a GPU hardly until it is full, so which rung is best turns at
 * some amount of work; within a class the processor's time differs by a factor of three at most.
 *
 * @param states of the world.
 */
export function sizeClassOf(settings: Settings, states: number): number {
  return Math.max(0, Math.floor(2 * Math.log10(workOf(settings, states))));
}

/** As `sizeClassOf` where the world has not been solved; null where it cannot be built. */
export function plannedSizeClass(settings: Settings): number | null {
  try {
    const states = worldOf(settings).map.join('').replaceAll('#', '').length;
    return states > 0 ? sizeClassOf(settings, states) : null;
  } catch {
    return null;
  }
}

/** What goes for a stack of some size. */
export interface Applicable extends Measurement {
  /** How many size classes the measured stack was larger; 0: it was of this very size. */
  readonly off: number;
}

/** What was measured with stacks of this size, or else of the nearest; null where nothing was. */
export function measurementFor(measurements: Measurements, size: number): Applicable | null {
  const sizes = Object.keys(measurements).map(Number);
  // Of two as near, the smaller.
  const distance = (other: number) => Math.abs(other - size) + (other > size ? 0.5 : 0);
  const [known] = sizes.sort((one, other) => distance(one) - distance(other));
  return known === undefined ? null : { ...measurements[known], off: known - size };
}

/**
 * What is known for a stack of some size: measured with such a one, or else guessed from the nearest
 * size that was measured.
 *
 * @param without rungs that are out for this session.
 */
export function recall(
  measurements: Measurements,
  size: number | null,
  without: RungSentences,
): RememberedRungs {
  const known = size === null ? null : measurementFor(measurements, size);
  if (known === null) return { best: null, unusable: without };
  const { rungs: times, off } = known;
  const absent = BACKENDS.flatMap((backend) => {
    const found = times[backend];
    return found && 'missing' in found ? [[backend, found.missing] as const] : [];
  });
  const unusable = { ...Object.fromEntries(absent), ...without };
  const backend = bestRung(times, without);
  if (backend === null) return { best: null, unusable };
  const [fastest] = timedRungs(times, without);
  const why = howKnown(backend === fastest.backend, off)(describeTimes(times, without));
  return { best: { backend, why }, unusable };
}

/**
 * The rung that the next reset takes instead of the one in use, since it was measured to be better;
 * null where there is none, or the user has chosen.
 */
export function betterRung(
  { measurements, without }: Knowledge,
  settings: Settings,
  used: BackendName | undefined,
): BackendName | null {
  if (used === undefined || settings.backend !== 'auto') return null;
  const best = recall(measurements, plannedSizeClass(settings), without).best?.backend;
  return best === undefined || best === used ? null : best;
}

function howKnown(isFastest: boolean, off: number): (times: string) => string {
  const t = texts();
  if (off !== 0) return off < 0 ? t.guessedFromSmaller : t.guessedFromLarger;
  return isFastest ? t.fastest : t.asFast;
}

/** What is known of this device's rungs. */
export interface Knowledge {
  readonly measurements: Measurements;
  /** Rungs that are out for this session: lost, or they did not start. */
  readonly without: RungSentences;
}

/** The rungs of this device: measured, remembered between visits, and lost in this one. */
export class Rungs {
  readonly store: StoreApi<Knowledge>;
  readonly #memory: Memory;
  readonly #browser: string;

  /** @param browser what tells this browser and its version from another: its times differ. */
  constructor(memory: Memory, browser: string) {
    this.#memory = memory;
    this.#browser = browser;
    memory.forget(FORMER_KEY);
    const measurements = readMeasurements(memory.read(KEY), browser);
    this.store = createStore(() => ({ measurements, without: {} }));
  }

  /** What the worker is to know before it starts on these settings. */
  recall(settings: Settings): RememberedRungs {
    const { measurements, without } = this.store.getState();
    return recall(measurements, plannedSizeClass(settings), without);
  }

  /** Keeps what was measured; what other tabs have measured meanwhile stays. */
  remember(size: number, measurement: Measurement): void {
    const kept = readMeasurements(this.#memory.read(KEY), this.#browser);
    const own = this.store.getState().measurements;
    const measurements = { ...own, ...kept, [size]: measurement };
    this.store.setState({ measurements });
    const value = { v: 1, browser: this.#browser, sizes: measurements };
    this.#memory.write(KEY, JSON.stringify(value));
  }

  /** Leaves rungs out for the rest of the session. */
  exclude(without: RungSentences): void {
    this.store.setState((known) => ({ without: { ...known.without, ...without } }));
  }
}
