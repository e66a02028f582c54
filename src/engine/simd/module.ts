import binary from 'virtual:offgrid-simd';
import { webAssemblyAllowed } from '../webassembly';

/** An address in the module's memory, in bytes. */
export type Address = number;

/**
 * What `assembly/` exports. Addresses and leading dimensions are in bytes, everything else counts
 * numbers; the sources say which of them must be multiples of what.
 */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  heapBase(): Address;
  bindData(
    state: Address,
    action: Address,
    reward: Address,
    next: Address,
    terminal: Address,
  ): void;
  bindBatch(size: number, action: Address, reward: Address, continuation: Address): void;
  bindStates(
    state: Address,
    place: Address,
    next: Address,
    nextPlace: Address,
    lastSeenIn: Address,
    lastSeenAt: Address,
  ): void;
  gatherBatch(rows: Address): void;
  countStates(): number;
  countNextStates(): number;
  lookUp(
    w1: Address,
    b1: Address,
    states: Address,
    rows: number,
    columns: number,
    h: Address,
  ): void;
  gatherRows(table: Address, states: Address, rows: number, columns: number, x: Address): void;
  scatterRows(
    dz: Address,
    indices: Address,
    rows: number,
    columns: number,
    dw1: Address,
    states: number,
  ): void;
  columnSums(matrix: Address, rows: number, columns: number, sums: Address): void;
  transpose(from: Address, rows: number, columns: number, to: Address): void;
  product(
    a: Address,
    lda: number,
    b: Address,
    ldb: number,
    c: Address,
    ldc: number,
    rows: number,
    depth: number,
    columns: number,
    bias: Address,
    finish: number,
    mask: Address,
    panel: Address,
  ): void;
  transposedProduct(
    a: Address,
    lda: number,
    b: Address,
    ldb: number,
    c: Address,
    ldc: number,
    rows: number,
    depth: number,
    columns: number,
    panel: Address,
  ): void;
  adam(
    parameters: Address,
    gradients: Address,
    first: Address,
    second: Address,
    count: number,
    beta1: number,
    beta2: number,
    rate: number,
    epsilon: number,
  ): void;
  polyak(target: Address, online: Address, count: number, share: number): void;
  /** 1 where all are finite. */
  allFinite(values: Address, count: number): number;
  dqnHead(
    q: Address,
    dq: Address,
    target: Address,
    online: Address,
    actions: number,
    stride: number,
    backup: number,
    gamma: number,
    terms: Address,
  ): void;
  cqlHead(
    q: Address,
    dq: Address,
    target: Address,
    online: Address,
    actions: number,
    stride: number,
    backup: number,
    gamma: number,
    alpha: number,
    temperature: number,
    sampled: Address,
    terms: Address,
  ): void;
  iqlHead(
    q1: Address,
    dq1: Address,
    q2: Address,
    dq2: Address,
    v: Address,
    dv: Address,
    logits: Address,
    dlogits: Address,
    target1: Address,
    target2: Address,
    nextV: Address,
    actions: number,
    stride: number,
    valueStride: number,
    gamma: number,
    expectile: number,
    beta: number,
    clip: number,
    terms: Address,
  ): void;
  bcHead(logits: Address, dlogits: Address, actions: number, stride: number, terms: Address): void;
}

/** What `product` does before it stores (see `assembly/product.ts`). */
export const FINISH = { plain: 0, rectify: 1, masked: 2 } as const;

/** How a head reads the value of the next state (see `assembly/heads.ts`). */
export const BACKUP = { max: 0, double: 1, softmax: 2 } as const;

let bytes: Uint8Array<ArrayBuffer> | undefined;
let supported: boolean | undefined;
let compiled: WebAssembly.Module | undefined;

function decoded(): Uint8Array<ArrayBuffer> {
  bytes ??= Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
  return bytes;
}

/** True where this engine runs WebAssembly with SIMD, and may. */
export function simdSupported(): boolean {
  supported ??= webAssemblyAllowed() && WebAssembly.validate(decoded());
  return supported;
}

/**
 * A fresh instance of the kernels with a memory of its own.
 * Throws a WebAssembly.CompileError where `simdSupported` is false.
 */
export function instantiateKernels(): Kernels {
  compiled ??= new WebAssembly.Module(decoded());
  const { exports } = new WebAssembly.Instance(compiled);
  return exports as unknown as Kernels;
}
