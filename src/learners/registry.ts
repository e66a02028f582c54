import { bc } from './bc/loss';
import { cql } from './cql/loss';
import { dqn } from './dqn/loss';
import { iql } from './iql/loss';
import type { LearnerDefinition, LearnerKind } from './types';

/** Every method with its loss; a new learner is a folder and a line here and in `catalog.ts`. */
export const LEARNERS: Readonly<Record<LearnerKind, LearnerDefinition>> = { dqn, cql, iql, bc };
