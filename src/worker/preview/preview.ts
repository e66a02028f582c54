import { worldOf } from '../../experiment/settings/world';
import { sourceOf } from '../../experiment/source';
import { buildMdp } from '../../mdp/mdp';
import type { PreviewReport, PreviewRequest } from './protocol';

/**
 * Collects the data of settings and counts them, nothing else. Settings whose world cannot be built, or
 * whose behaviour does not fit it, have no counts: those asked for next do not suffer from it.
 */
export function previewOf({ id, settings }: PreviewRequest): PreviewReport {
  try {
    const mdp = buildMdp(worldOf(settings));
    const { transitions } = sourceOf(settings, mdp, new Map());
    return { id, counts: transitions.counts.pairs };
  } catch {
    return { id, counts: null };
  }
}
