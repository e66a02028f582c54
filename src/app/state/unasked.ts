import { ACTION_COUNT } from '../../mdp/types';
import { secondsOf, typicalThroughput } from './cost';
import type { Model } from './model';

/** What is trained because somebody reads about it takes so many seconds at most. */
const UNASKED_SECONDS = 6;

/** Whether a run that nobody has begun may be trained for who reads about it. */
export function mayTrainUnasked(model: Model): boolean {
  const { status, step, failure, settings, problem, engine } = model;
  if (status !== 'idle' || step > 0 || failure !== null) return false;
  // Lessons ask before they show, and acts train themselves.
  if (settings.lesson !== '' || settings.present !== '') return false;
  const states = (problem?.counts.length ?? 0) / ACTION_COUNT;
  const throughput = model.throughput ?? typicalThroughput(engine);
  if (states === 0 || throughput === null) return false;
  return secondsOf({ ...settings, speed: 'full' }, states, throughput) <= UNASKED_SECONDS;
}
