import { formatValue } from '../texts/format';
import { rungs } from '../texts/rungs';
import { BACKEND_LABELS, type BackendName } from './types';

/** A rung that was timed with some stack. */
export interface TimedRung {
  /** Milliseconds a joint step, > 0. */
  readonly ms: number;
  readonly implementation: string;
  /** True where a step or two were enough to give it up as far slower. */
  readonly rough?: true;
}

/** A rung that could not be timed, with a sentence for the user why. */
export interface MissingRung {
  readonly missing: string;
}

/** What was found out about the rungs of this device with one stack; absent where nothing was. */
export type RungTimes = Readonly<Partial<Record<BackendName, TimedRung | MissingRung>>>;

/** Sentences for the user by rung. */
export type RungSentences = Readonly<Partial<Record<BackendName, string>>>;

/** What is known of this device's rungs before a start; the worker itself keeps no storage. */
export interface RememberedRungs {
  /** The rung to start on and a few words why; null where nothing was measured. */
  readonly best: { readonly backend: BackendName; readonly why: string } | null;
  /** Rungs that do not serve here, each with why; one that the user pinned is tried all the same. */
  readonly unusable: RungSentences;
}

/** Up to this much slower WebGL is taken: it leaves the processor to the page (docs/contract.md#backends). */
const TIE = 1.2;

/** The timed rungs that may be taken, fastest first; equally fast ones in the order of the ladder. */
export function timedRungs(
  times: RungTimes,
  without: RungSentences = {},
): readonly (TimedRung & { readonly backend: BackendName })[] {
  return (['webgl', 'wasm', 'cpu'] as const)
    .flatMap((backend) => {
      const rung = times[backend];
      if (rung === undefined || 'missing' in rung || without[backend] !== undefined) return [];
      return [{ ...rung, backend }];
    })
    .sort((one, other) => one.ms - other.ms);
}

/**
 * The rung to train on: the fastest, or WebGL where that is at most 20 % slower. Null where none was
 * timed. Software WebGL is no part of `times`: it is never timed.
 */
export function bestRung(times: RungTimes, without: RungSentences = {}): BackendName | null {
  const rungs = timedRungs(times, without);
  const [fastest] = rungs;
  if (fastest === undefined) return null;
  const webgl = rungs.find(({ backend }) => backend === 'webgl');
  return webgl !== undefined && webgl.ms <= fastest.ms * TIE ? 'webgl' : fastest.backend;
}

/** A time for people in two digits: «0.071 ms», «46 ms», «1.2 s». */
export function describeMilliseconds(ms: number): string {
  if (ms >= 995) return rungs().seconds(Number((ms / 1000).toPrecision(2)));
  return rungs().milliseconds(ms >= 9.95 ? Math.round(ms) : Number(ms.toPrecision(2)));
}

/** A rung's time as it is shown; a rough one is «about». */
export function describeTime({ ms, rough }: TimedRung): string {
  return rough ? rungs().about(describeMilliseconds(ms)) : describeMilliseconds(ms);
}

/** «WASM 0.7 ms a step, CPU about 46 ms»; '' where none was timed. */
export function describeTimes(times: RungTimes, without: RungSentences = {}): string {
  return timedRungs(times, without)
    .map((rung, i) => {
      const { time, timeAStep } = rungs();
      return (i === 0 ? timeAStep : time)(BACKEND_LABELS[rung.backend], describeTime(rung));
    })
    .join(', ');
}

/** «2.1», «66», for a ratio ≥ 1. */
function describeRatio(ratio: number): string {
  return formatValue(ratio, ratio >= 9.95 ? 0 : 1);
}

/**
 * How the better of two rungs stands to the one in use, in words that follow its name:
 * «is 2.1× faster here», «is as fast here and leaves the processor to the page».
 */
export function describeGain(times: RungTimes, from: BackendName, to: BackendName): string {
  const [old, next] = [times[from], times[to]];
  if (next === undefined || 'missing' in next) return rungs().better;
  if (old === undefined || 'missing' in old) return rungs().fastestHere;
  const ratio = old.ms / next.ms;
  return ratio < 1.05 ? rungs().asFastHere : rungs().faster(describeRatio(ratio));
}
