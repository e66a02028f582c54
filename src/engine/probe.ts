import type { MissingRung, TimedRung } from './choice';
import type { BackendName } from './types';

/** A stack that stands on some rung, to be timed. */
export interface Contender {
  readonly implementation: string;
  /** Takes `steps` joint steps and resolves when they have really been taken. */
  run(steps: number): Promise<void>;
  dispose(): void;
}

/** A rung that might be timed. */
export interface Candidate {
  readonly backend: BackendName;
  /**
   * A sentence why it need not be timed beside a rung that takes `best` milliseconds a step (null: none
   * was timed yet), null where it is to be timed.
   */
  hopeless(best: number | null): string | null;
  /** Rejects with a sentence where it cannot serve: it does not start, or computes wrong numbers. */
  start(): Promise<Contender>;
}

/** What is told while rungs are timed; a later finding about a rung replaces an earlier one. */
export type Finding =
  /** What comes next is the work of this rung: should the thread hang, it is the culprit. */
  | { readonly type: 'begun'; readonly backend: BackendName }
  | {
      readonly type: 'found';
      readonly backend: BackendName;
      readonly rung: TimedRung | MissingRung;
    };

/** Rounds of turns, one a rung; their median counts, so two disturbed ones do no harm. */
const ROUNDS = 5;
/** Milliseconds a turn: about a time slice of training, and one wait for the queue in it as there. */
const TURN = 35;
/** Milliseconds of steps before a rung is judged: compilers get quicker code ready meanwhile. */
const WARM_UP = 60;
/** Shortest stretch of steps that says anything: the clock of a page moves by tenths of a millisecond, or by whole ones. */
const STRETCH = 5;
/** Steps in it at most, should the clock stand still. */
const MOST_STEPS = 1 << 14;
/** A rung this many times slower than the best takes no part in the rounds. */
const FAR_SLOWER = 4;
/** Milliseconds after which no further round begins. */
const BUDGET = 2000;

interface Entrant {
  readonly backend: BackendName;
  readonly contender: Contender;
  /** Milliseconds a step as seen while warming up. */
  readonly estimate: number;
  readonly turns: number[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Times rungs against each other by really training on them, in turns, so that whatever else the
 * device does meanwhile falls on all alike. A rung that is far slower than the best is given up after
 * its first steps. Findings come as soon as they are known, first a rough one a rung.
 *
 * @param candidates in the order in which they are started: those expected to be fast first.
 * @param now milliseconds on a steady clock.
 */
export async function timeRungs(
  candidates: readonly Candidate[],
  now: () => number,
  report: (finding: Finding) => void,
): Promise<void> {
  const began = now();
  const missing = (backend: BackendName, why: string) =>
    report({ type: 'found', backend, rung: { missing: why } });
  const found = (entrant: Entrant, ms: number, rough: boolean) => {
    const { implementation } = entrant.contender;
    // A clock may be too coarse for a tiny step; a time of nothing would be no time.
    const rung = { ms: Math.max(ms, 1e-6), implementation, ...(rough ? { rough } : {}) } as const;
    report({ type: 'found', backend: entrant.backend, rung });
  };
  let entrants: Entrant[] = [];
  const best = () => Math.min(...entrants.map(({ estimate }) => estimate));
  /** Lets those go that are far slower than the best by now. */
  const sift = () => {
    const least = best();
    for (const { estimate, contender } of entrants)
      if (estimate > FAR_SLOWER * least) contender.dispose();
    entrants = entrants.filter(({ estimate }) => estimate <= FAR_SLOWER * least);
  };

  for (const { backend, hopeless, start } of candidates) {
    const why = hopeless(entrants.length === 0 ? null : best());
    if (why !== null) {
      missing(backend, why);
      continue;
    }
    report({ type: 'begun', backend });
    let contender: Contender | null = null;
    try {
      contender = await start();
      const entrant = { backend, contender, estimate: await warmUp(contender, now), turns: [] };
      entrants.push(entrant);
      found(entrant, entrant.estimate, true);
    } catch (error) {
      contender?.dispose();
      missing(backend, sentence(error));
    }
    sift();
  }

  for (let round = 0; round < ROUNDS && (round === 0 || now() - began < BUDGET); round++) {
    // There and back again: who comes first in one round comes last in the next.
    for (const entrant of round % 2 === 0 ? [...entrants] : [...entrants].reverse()) {
      const { backend, contender, estimate, turns } = entrant;
      const steps = Math.max(1, Math.floor(TURN / Math.max(estimate, 1e-3)));
      report({ type: 'begun', backend });
      try {
        const from = now();
        await contender.run(steps);
        turns.push((now() - from) / steps);
      } catch (error) {
        contender.dispose();
        entrants = entrants.filter((other) => other !== entrant);
        missing(backend, sentence(error));
      }
    }
  }
  for (const entrant of entrants) {
    found(entrant, median(entrant.turns), false);
    entrant.contender.dispose();
  }
}

/** Milliseconds a step of the quickest stretch of the first ones, without the very first, which compiles. */
async function warmUp(contender: Contender, now: () => number): Promise<number> {
  await contender.run(1);
  const began = now();
  let least = Number.POSITIVE_INFINITY;
  let steps = 1;
  do {
    const from = now();
    await contender.run(steps);
    const took = now() - from;
    if (took < STRETCH && steps < MOST_STEPS) steps *= 2;
    else least = Math.min(least, took / steps);
  } while ((now() - began < WARM_UP && steps < MOST_STEPS) || least === Number.POSITIVE_INFINITY);
  return least;
}
