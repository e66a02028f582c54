import { stacks } from '../texts/stacks';
import { type BackendOptions, startBackend } from './backend';
import type { RememberedRungs, RungSentences } from './choice';
import { BACKEND_LABELS, type BackendName } from './types';

/** What WebGL is on this device, in this thread. */
export interface WebglProbe {
  readonly available: boolean;
  /** False where a program on the processor plays the GPU. */
  readonly hardware: boolean;
  /** The driver's name for what draws; empty where it is not told. */
  readonly renderer: string;
}

/** What the choice of a backend depends on. */
export interface LadderSituation {
  /** The backend the user set, null for automatic. */
  readonly pinned: BackendName | null;
  /** What was measured on this device before, null on a first visit. */
  readonly remembered: RememberedRungs | null;
  readonly webgl: WebglProbe;
  /** Backends that failed while running in this session (a lost WebGL context …), with the reason. */
  readonly lost?: RungSentences;
}

/** One backend to try, and a sentence for the user why it would be the one. */
export interface Rung {
  readonly backend: BackendName;
  readonly reason: string;
}

/** A rung that stands, and those before it that did not start, each with why. */
export interface StartedRung extends Rung {
  readonly failed: RungSentences;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** True where a renderer's name is that of a program on the processor. */
export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE.test(renderer);
}

/** Looks at WebGL 2 through a throw-away context; works in a worker and on a page, never throws. */
export function probeWebgl(): WebglProbe {
  const none: WebglProbe = { available: false, hardware: false, renderer: '' };
  if (typeof OffscreenCanvas === 'undefined') return none;
  try {
    const open = (options: WebGLContextAttributes) =>
      new OffscreenCanvas(1, 1).getContext('webgl2', options);
    const gl = open({});
    if (gl === null) return none;
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(
      gl.getParameter(names === null ? gl.RENDERER : names.UNMASKED_RENDERER_WEBGL) ?? '',
    );
    const strict = open({ failIfMajorPerformanceCaveat: true });
    for (const context of [gl, strict]) context?.getExtension('WEBGL_lose_context')?.loseContext();
    return {
      available: true,
      hardware: strict !== null && !isSoftwareRenderer(renderer),
      renderer,
    };
  } catch {
    return none;
  }
}

/** In a few words why WebGL is not taken by itself where it is no hardware GPU. */
export function whyNotWebgl({ available, renderer }: WebglProbe): string {
  if (!available) return stacks().noWebgl;
  return stacks().softwareWebgl(renderer);
}

/**
 * The backends to try, best first, each at most once (docs/contract.md#backends): what the user pinned,
 * what was measured to be best here, then the guess of a first visit. Plain JavaScript ends it always:
 * it is the reference, and there is nothing to fall to below it.
 */
export function ladder({ pinned, remembered, webgl, lost = {} }: LadderSituation): Rung[] {
  const t = stacks();
  const rungs: Rung[] = [];
  const { best, unusable } = remembered ?? { best: null, unusable: {} };
  const losses = Object.entries(lost).map(([name, why]) =>
    t.wasLost(BACKEND_LABELS[name as BackendName], why),
  );
  const serves = (backend: BackendName) =>
    unusable[backend] === undefined || backend === pinned || backend === 'cpu';
  const add = (backend: BackendName, why: string) => {
    if (lost[backend] !== undefined || !serves(backend)) return;
    if (rungs.some((rung) => rung.backend === backend)) return;
    const reason = [t.reason(BACKEND_LABELS[backend], why), ...losses].join('. ');
    rungs.push({ backend, reason });
  };
  if (pinned !== null) add(pinned, t.pinned);
  // What was measured on a GPU says nothing of the program that plays it today.
  if (best !== null && (best.backend !== 'webgl' || webgl.hardware)) add(best.backend, best.why);
  if (webgl.available && webgl.hardware) {
    add('webgl', t.hardware(webgl.renderer));
    add('wasm', unusable.webgl ?? t.nextBest);
  } else {
    add('wasm', whyNotWebgl(webgl));
  }
  add('cpu', unusable.wasm ?? t.fallback);
  return rungs;
}

/**
 * Starts the first rung that works; the reason says which ones did not, and why.
 * Throws an Error with a sentence where none does.
 */
export async function startLadder(
  rungs: readonly Rung[],
  options: BackendOptions,
  start: (name: BackendName, options: BackendOptions) => Promise<void> = startBackend,
): Promise<StartedRung> {
  const failed: Partial<Record<BackendName, string>> = {};
  for (const { backend, reason } of rungs) {
    try {
      await start(backend, options);
    } catch (error) {
      failed[backend] = error instanceof Error ? error.message : String(error);
      continue;
    }
    const failures = Object.values(failed);
    if (failures.length === 0) return { backend, reason, failed };
    return {
      backend,
      reason: stacks().reason(BACKEND_LABELS[backend], failures.join(' ')),
      failed,
    };
  }
  throw new Error(stacks().noneStarted(Object.values(failed).join(' ')));
}
