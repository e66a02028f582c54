import { MOST_POINTS } from '../../src/app/state/series';
import { startBackend } from '../../src/engine/backend';
import { nodeWasmPaths } from '../../src/engine/node';
import { COMPOSED, type StackMaker, simdStacks } from '../../src/engine/stack';
import type { BackendName } from '../../src/engine/types';
import { resolveSettings } from '../../src/experiment/settings/parse';
import type { Settings } from '../../src/experiment/types';
import { train, WATCHED } from './engine';
import { bytes, judge, MB } from './report';

/** Looks over a journey; a quarter is warm-up. */
const LOOKS = 40;
/** A composed step takes some hundred times as long as one on the SIMD rung: so many times fewer are taken. */
const COMPOSED_SHARE = 1 / 50;

/** Measurements of a journey: five times what the charts keep, so that they keep no more after the warm-up. */
const MEASURED = 5 * MOST_POINTS;
/** Bytes that the tables behind the maps may take: the page keeps more, and is full of them later. */
const BUDGET = 16 * MB;

/** The first scenario with small networks: what is held hangs on their number and on steps, not on their size. */
function soaked(backend: BackendName, steps: number, measured: number): Settings {
  const measureEvery = Math.max(1, Math.floor(steps / measured));
  return resolveSettings({ backend, measureEvery, width: 16, batch: 32 }).settings;
}

interface Rung {
  readonly name: string;
  readonly backend: BackendName;
  readonly maker: StackMaker | null;
  readonly steps: number;
}

async function soakRung({ name, backend, maker, steps }: Rung): Promise<readonly string[]> {
  if (maker === null) {
    console.log(`${name}: Node has none here.`);
    return [];
  }
  if (maker === COMPOSED) await startBackend(backend, { wasmPaths: nodeWasmPaths() });
  // What is kept of measurements does not hang on the rung: once is enough.
  const keeps = maker !== COMPOSED;
  const settings = soaked(backend, steps, keeps ? MEASURED : 5 * LOOKS);
  const began = performance.now();
  const held = await train({
    settings,
    createStack: maker.createStack,
    steps,
    looks: LOOKS,
    budget: keeps ? BUDGET : 0,
  });
  const seconds = (performance.now() - began) / 1000;
  const { step, points, moments, tables } = held[held.length - 1];
  const measured = Math.floor(step / settings.measureEvery) + 1;
  const kept = `; of ${measured} measured points the charts keep ${points} and the maps ${moments} (${bytes(tables)})`;
  console.log(`${name}: ${step} steps in ${seconds.toFixed(0)} s${keeps ? kept : ''}`);
  const { lines, complaints } = judge('every step', held, (one) => one.step, WATCHED);
  console.log(lines.join('\n'));
  return complaints.map((complaint) => `${name}: ${complaint}`);
}

/** Trains for long on each rung that Node has, prints what is held, and returns a sentence for what grows. */
export async function soakEngine(steps: number): Promise<readonly string[]> {
  const fewer = Math.ceil(steps * COMPOSED_SHARE);
  const complaints: string[] = [];
  for (const rung of [
    { name: 'SIMD', backend: 'wasm', maker: simdStacks(), steps },
    { name: 'composed on WASM', backend: 'wasm', maker: COMPOSED, steps: fewer },
    { name: 'composed on CPU', backend: 'cpu', maker: COMPOSED, steps: fewer },
  ] as const)
    complaints.push(...(await soakRung(rung)));
  return complaints;
}
