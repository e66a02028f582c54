import type { Settings } from '../../experiment/types';
import type { EngineInfo } from '../training/protocol';

/** Helpers and all; a fifth worker would find a share of three seeds at most. */
const MOST_WORKERS = 4;

/**
 * Over how many workers the seeds of a run are spread: by itself a core is left to the page, which in a
 * run of the default scenario works nearly as long as one worker does. One on a graphics processor, which is one, and
 * where stacks are composed on WASM, whose products round by what else is in the stack. What the
 * setting `workers` asks for is at most a worker a seed.
 *
 * @param cores of the processor, as the browser tells; not a number where it does not.
 */
export function workersFor(
  settings: Settings,
  { backend, implementation }: Pick<EngineInfo, 'backend' | 'implementation'>,
  cores: number,
): number {
  if (implementation !== 'simd' && backend !== 'cpu') return 1;
  const most = Math.min(settings.seeds, MOST_WORKERS);
  if (settings.workers !== 'auto') return Math.min(most, Number(settings.workers));
  return Math.max(1, Math.min(most, (cores || 1) - 1));
}
