import type { Settings } from '../types';

/** The learners that act in the world during the training step that begins at `step`. */
export function actingAt(settings: Settings, step: number): readonly string[] {
  if (step < settings['online.from']) return [];
  return settings['online.learners'].filter((id) => settings.learners.includes(id));
}

/** Rows of a minibatch that are a learner's own once it has any. */
export function ownRowsOf(settings: Pick<Settings, 'online.share' | 'batch'>): number {
  return Math.round(settings['online.share'] * settings.batch);
}
