import type { StackMaker } from '../../src/engine/stack';
import type { BackendName } from '../../src/engine/types';
import { type CaseResult, worstOf } from './compare';
import { type GoldenFile, parseGolden } from './format';
import { checkLearner } from './learner';
import { checkMdp } from './mdp';

const MDP_BOUND = 1e-8;
const LEARNER_BOUNDS: Readonly<Record<BackendName, number>> = {
  cpu: 1e-4,
  wasm: 1e-4,
  webgl: 1e-3,
};

/** The largest error that passes (docs/contract.md#conformance). */
export function boundOf(kind: GoldenFile['kind'], backend: BackendName): number {
  return kind === 'mdp' ? MDP_BOUND : LEARNER_BOUNDS[backend];
}

/** Backend and implementation of the stack: `wasm/simd`. */
export function engineName(backend: BackendName, { implementation }: StackMaker): string {
  return `${backend}/${implementation}`;
}

/** A case that could not be checked. */
export function faulty(
  file: string,
  name: string | null,
  engine: string,
  fault: unknown,
): CaseResult {
  const message = fault instanceof Error ? fault.message : String(fault);
  return { file, name, engine, worst: null, bound: null, passed: false, fault: message };
}

/**
 * Checks one golden file, of either kind, on a backend that has been started and with the stacks made
 * there. Never throws: a file that cannot be read or checked is a failed case that says why.
 */
export async function checkGolden(
  file: string,
  text: string,
  backend: BackendName,
  stacks: StackMaker,
): Promise<CaseResult> {
  const engine = engineName(backend, stacks);
  let name: string | null = null;
  try {
    const golden = parseGolden(text);
    name = golden.name;
    const errors = golden.kind === 'mdp' ? checkMdp(golden) : await checkLearner(golden, stacks);
    const worst = worstOf(errors);
    const bound = boundOf(golden.kind, backend);
    const passed = worst !== null && worst.error <= bound;
    return { file, name, engine, worst, bound, passed, fault: null };
  } catch (fault) {
    return faulty(file, name, engine, fault);
  }
}

/** The line that reports a case. */
export function describeCase(result: CaseResult): string {
  const { file, name, engine, worst, bound, passed, fault } = result;
  const verdict = passed ? 'passed' : 'FAILED';
  if (fault !== null) return `${verdict}  ${file} on ${engine}: ${fault}`;
  const error =
    worst === null ? 'nothing compared' : `${worst.error.toExponential(2)} (${worst.tensor})`;
  return `${verdict}  ${name} on ${engine}  largest error ${error}, bound ${bound?.toExponential(0)}  ${file}`;
}
