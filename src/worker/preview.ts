import { freeze } from '../data/dataset';
import { worldOf } from '../experiment/settings/world';
import { sourceOf } from '../experiment/source';
import { buildMdp } from '../mdp/mdp';
import type { PreviewReport, PreviewRequest } from './preview-protocol';

/**
 * Collects the data of settings and counts them, nothing else.
 *
 * @throws WorldError or BehaviorError where the world cannot be built or the behaviour does not fit it.
 */
export function previewOf({ id, settings }: PreviewRequest): PreviewReport {
  const mdp = buildMdp(worldOf(settings));
  const { transitions } = sourceOf(settings, mdp, new Map());
  return { id, counts: freeze(mdp, transitions).counts.pairs };
}
