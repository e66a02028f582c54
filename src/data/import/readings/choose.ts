import type { Mdp } from '../../../mdp/types';
import type { Table } from '../table';
import { agreeingCells } from './agreement';
import { type Candidate, candidatesOf, USUAL_COST, usualReading } from './candidates';
import { chooseEnds, type EndsChoice } from './ends';
import { gather, lacksLastRewards, statesOfPlaces } from './evidence';
import { OURS, type Reading, sameReading } from './reading';

/** Another reading that the rows do not rule out. */
export interface Alternative {
  readonly reading: Reading;
  /** Rows that fit under it. */
  readonly fits: number;
}

/** How the numbers of a file are read, and what speaks for it. */
export interface Choice {
  readonly reading: Reading;
  /** Rows that fit under our own reading, of those from which the reading was told. */
  readonly usualFits: number;
  /** By how much the rows are likelier than under our own reading, as a natural logarithm. */
  readonly gain: number;
  /** Rows flagged as ends where this world ends none. */
  readonly limits: number;
  /** Readings between which the rows do not decide. */
  readonly alternatives: readonly Alternative[];
  /** Whether the user chose the reading. */
  readonly given: boolean;
}

/** Fewest rows that have to fit better. */
const FEWEST = 3;
/** Rows from which on a usual reading may explain all of them and be believed for fewer. */
const WHOLE = 5;
/** Share of the rows whose moves a reading other than ours has to explain. */
const MOST = 0.8;
/** What is as likely as this, as a logarithm, is not ruled out. */
const CLOSE = 3;
const ALTERNATIVES = 3;

/**
 * Finds out how the numbers of a table are meant: tries the orders of actions, the ways to number states
 * and cells, and rewards a row late, and takes the likeliest, where it is enough likelier than our own.
 * `given`: the reading that the user chose.
 */
export function chooseReading(
  table: Table,
  mdp: Mdp,
  options: { readonly ours: boolean; readonly given?: Reading },
): Choice {
  const evidence = gather(table);
  const usual = usualReading(table);
  const candidates = candidatesOf(evidence, mdp, table);
  const ownEffect = (candidate: Candidate): boolean => candidate.cost === 0;
  const own = candidates.find(ownEffect);
  const { given } = options;
  const none = { fits: 0, moves: 0, likelihood: 0 };
  const best = own && !options.ours ? bestOf(candidates, own, evidence.rows) : own;
  const of = (reading: Reading) =>
    candidates.find((candidate) =>
      sameReading({ ...reading, ...FREE }, { ...candidate.reading, ...FREE }),
    );
  const taken = given ? of(given) : best;
  const score = taken?.score ?? none;
  const start = given ?? agreeingCells(table, mdp, best?.reading ?? usual);
  // Rows that do not fit say nothing of how they are meant.
  const sound = (best?.score.moves ?? 0) >= MOST * evidence.rows;
  const plain: EndsChoice = { ends: 'arrival', nextAtEnd: 'arrival', limits: 0, doubtful: false };
  const ends: EndsChoice = given
    ? { ends: given.ends, nextAtEnd: given.nextAtEnd, limits: 0, doubtful: false }
    : sound
      ? chooseEnds(table, mdp, start)
      : plain;
  const reading = { ...start, ends: ends.ends, nextAtEnd: ends.nextAtEnd };
  const others = best && own && sound && !options.ours ? close(candidates, best, own) : [];
  const alternatives = others.map((other): Alternative => {
    const placed = agreeingCells(table, mdp, other.reading);
    const { ends: end, nextAtEnd } = chooseEnds(table, mdp, placed);
    return { reading: { ...placed, ends: end, nextAtEnd }, fits: other.score.fits };
  });
  const { rewardTolerance } = table;
  if (
    best &&
    sound &&
    !options.ours &&
    reading.rewards === 'entered' &&
    score.fits < evidence.rows
  ) {
    const states = statesOfPlaces(evidence, mdp, reading);
    if (lacksLastRewards(evidence, mdp, states, reading, rewardTolerance)) {
      alternatives.push({ reading: { ...reading, rewards: 'left' }, fits: score.moves });
    }
  }
  if (ends.doubtful) {
    alternatives.push({ reading: { ...reading, ends: 'any' }, fits: score.fits });
  }
  return {
    reading,
    usualFits: own?.score.fits ?? 0,
    gain: score.likelihood - (own?.score.likelihood ?? 0),
    limits: ends.limits,
    alternatives,
    given: given !== undefined,
  };
}

/** Conventions that are found out after the others. */
const FREE = { ends: OURS.ends, nextAtEnd: OURS.nextAtEnd };

const posterior = ({ score, cost }: Candidate): number => score.likelihood - cost;

/** The likeliest reading that is believed. */
function bestOf(candidates: readonly Candidate[], own: Candidate, rows: number): Candidate {
  let best = own;
  for (const candidate of candidates) {
    if (posterior(candidate) > posterior(best) && isBelieved(candidate, own, rows))
      best = candidate;
  }
  return best;
}

/** Whether what a reading explains is more than chance explains. */
function isBelieved({ score, reading, cost }: Candidate, own: Candidate, rows: number): boolean {
  const gained = score.fits - own.score.fits;
  const whole = score.fits === rows && rows >= WHOLE && cost <= USUAL_COST;
  if (gained < 0 || (gained > 0 && gained < FEWEST && !whole)) return false;
  if (score.moves < MOST * rows) return false;
  // Rewards a row late are seen where they differ, not where those of last rows are merely missing.
  return reading.rewards === 'entered' || gained >= FEWEST;
}

/** Readings in wide use, others than the best, that are about as likely, and explain as many rows. */
function close(candidates: readonly Candidate[], best: Candidate, own: Candidate): Candidate[] {
  const least = best.score.likelihood - CLOSE;
  // What a row or two speak against may be those rows' fault.
  const narrow = best.score.fits - own.score.fits < FEWEST;
  return candidates
    .filter(
      ({ score, cost, effect }) =>
        (effect === own.effect && best.effect !== own.effect && narrow && score.fits > 0) ||
        (effect !== best.effect &&
          score.likelihood >= least &&
          score.fits >= best.score.fits &&
          score.fits > 0 &&
          (cost <= USUAL_COST || effect === own.effect)),
    )
    .sort((one, other) => posterior(other) - posterior(one))
    .slice(0, ALTERNATIVES);
}
