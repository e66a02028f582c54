import { bcRestsAt } from './bc/rest';
import { cqlRestsAt } from './cql/rest';
import { dqnRestsAt } from './dqn/rest';
import { iqlRestsAt } from './iql/rest';
import type { RestsAt } from './rest/types';
import type { LearnerKind } from './types';

/** Where the training of every method rests; no tfjs. */
export const RESTS_AT: Readonly<Record<LearnerKind, RestsAt>> = {
  dqn: dqnRestsAt,
  cql: cqlRestsAt,
  iql: iqlRestsAt,
  bc: bcRestsAt,
};
