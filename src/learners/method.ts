import { CATALOG } from './catalog';
import type { LearnerMeta } from './meta';
import type { LearnerKind, LearnerSettings } from './types';

/** What an instance's method is under its settings. */
export function methodOf(kind: LearnerKind, settings: LearnerSettings): LearnerMeta {
  const meta = CATALOG[kind];
  return meta.under ? { ...meta, ...meta.under(settings) } : meta;
}
