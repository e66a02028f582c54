import { awac } from './awac/meta';
import { bc } from './bc/meta';
import { bcq } from './bcq/meta';
import { cql } from './cql/meta';
import { dqn } from './dqn/meta';
import { iql } from './iql/meta';
import { maxmin } from './maxmin/meta';
import type { LearnerMeta } from './meta';
import { onestep } from './onestep/meta';
import { own } from './own/meta';

const METHODS = { dqn, cql, iql, bc, bcq, onestep, maxmin, awac, own };

/** Every method with the exact descriptions of its settings, for types alone. */
export type Methods = typeof METHODS;

/**
 * What the page knows of every method, in the order in which it shows them; no tfjs. Which methods there
 * are is said here and nowhere else: the types ask `registry.ts` for a loss of each.
 */
export const CATALOG: Readonly<Record<keyof Methods, LearnerMeta>> = METHODS;
