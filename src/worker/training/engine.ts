import type { RememberedRungs } from '../../engine/choice';
import { watchContext } from '../../engine/context-loss';
import { ladder, probeWebgl, startLadder, type WebglProbe } from '../../engine/ladder';
import { settle } from '../../engine/settle';
import { COMPOSED, startStacks } from '../../engine/stack';
import { BACKEND_LABELS, type BackendName } from '../../engine/types';
import { browserWasmPaths } from '../../engine/wasm-files';
import { type CreateStack, createRun } from '../../experiment/run';
import { sampleStack } from '../../experiment/sample';
import type { Settings } from '../../experiment/types';
import { stacks as texts } from '../../texts/stacks';
import { DOWNLOAD_PATIENCE, within } from '../connection/patience';
import type { SessionEngine } from './session-parts';

/** An engine that stands, with the maker of its stacks. */
export interface WorkerEngine extends SessionEngine {
  readonly createStack: CreateStack;
  readonly createRun: typeof createRun;
}

const lost: Partial<Record<BackendName, string>> = {};
let probe: WebglProbe | null = null;
/** tfjs has one current backend: starts follow each other. */
let last: Promise<unknown> = Promise.resolve();

async function start(
  settings: Settings,
  remembered: RememberedRungs | null,
  onLost: (reason: string) => void,
): Promise<WorkerEngine> {
  probe ??= probeWebgl();
  const pinned = settings.backend === 'auto' ? null : settings.backend;
  const rungs = ladder({ pinned, remembered, webgl: probe, lost });
  const sample = sampleStack(settings);
  let stacks = COMPOSED;
  const rung = await startLadder(
    rungs,
    { wasmPaths: browserWasmPaths },
    async (backend, options) => {
      stacks = await within(DOWNLOAD_PATIENCE, startStacks(backend, options, sample), () =>
        texts().late(BACKEND_LABELS[backend]),
      );
      // A driver that miscompiles is no reason to be slow, unless the user insists on it.
      if (!stacks.trusted && backend !== pinned) throw new Error(`${stacks.caveat}.`);
    },
  );
  const { implementation, inParts, createStack, caveat } = stacks;
  const reason = caveat === null ? rung.reason : `${rung.reason}. ${caveat}`;
  const without = { ...rung.failed, ...lost };
  const info = { backend: rung.backend, implementation, inParts, reason, without };
  // Nothing of tfjs runs then, though a backend of an earlier run may still be current there.
  if (implementation === 'simd')
    return { info, createStack, createRun, settle: () => Promise.resolve() };
  watchContext(() => {
    lost.webgl = texts().contextTaken;
    onLost(texts().webglTaken);
  });
  return { info, createStack, createRun, settle };
}

/**
 * Starts the best engine that this device has for the settings; a rung that was lost in this session
 * is not tried again. Rejects with a sentence where none starts.
 *
 * @param onLost called, at most once a context, when the engine is lost while it stands.
 */
export function startEngine(
  settings: Settings,
  remembered: RememberedRungs | null,
  onLost: (reason: string) => void,
): Promise<WorkerEngine> {
  const engine = last.then(() => start(settings, remembered, onLost));
  last = engine.catch(() => undefined);
  return engine;
}
