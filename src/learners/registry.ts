import { awac } from './awac/loss';
import { bc } from './bc/loss';
import { bcq } from './bcq/loss';
import { cql } from './cql/loss';
import { dqn } from './dqn/loss';
import { iql } from './iql/loss';
import { maxmin } from './maxmin/loss';
import { onestep } from './onestep/loss';
import { own } from './own/loss';
import type { LearnerKind, LearnerOf } from './types';

/** Every method with its loss; a new learner is a folder and a line here and in `catalog.ts`. */
export const LEARNERS: Readonly<Record<LearnerKind, LearnerOf>> = {
  dqn,
  cql,
  iql,
  bc,
  bcq,
  onestep,
  maxmin,
  awac,
  own,
};
