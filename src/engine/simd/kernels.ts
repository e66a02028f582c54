// Written by “npm run kernels” out of the declarations that the compiler makes of assembly/.

/** An address in the module's memory, in bytes. */
export type Address = number;

/**
 * What `assembly/` exports. Addresses and leading dimensions are in bytes, everything else counts
 * numbers; the sources say which of them must be multiples of what.
 */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  exponential(x: number): number;
  logarithm(x: number): number;
  heapBase(): Address;
  bindBatch(size: number, action: Address, reward: Address, continuation: Address): void;
  bindData(
    state: Address,
    action: Address,
    reward: Address,
    next: Address,
    terminal: Address,
  ): void;
  bindStates(
    state: Address,
    place: Address,
    next: Address,
    nextPlace: Address,
    lastSeenIn: Address,
    lastSeenAt: Address,
  ): void;
  countNextStates(): number;
  countStates(): number;
  gatherBatch(rows: Address): void;
  columnSums(matrix: Address, rows: number, columns: number, sums: Address): void;
  gatherRows(table: Address, states: Address, rows: number, columns: number, x: Address): void;
  lookUp(
    w1: Address,
    b1: Address,
    states: Address,
    rows: number,
    columns: number,
    h: Address,
  ): void;
  scatterRows(
    dz: Address,
    indices: Address,
    rows: number,
    columns: number,
    dw1: Address,
    states: number,
  ): void;
  transpose(from: Address, rows: number, columns: number, to: Address): void;
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
  allFinite(values: Address, count: number): boolean;
  polyak(target: Address, online: Address, count: number, share: number): void;
  product(
    a: Address,
    lda: Address,
    b: Address,
    ldb: Address,
    c: Address,
    ldc: Address,
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
    lda: Address,
    b: Address,
    ldb: Address,
    c: Address,
    ldc: Address,
    rows: number,
    depth: number,
    columns: number,
    panel: Address,
  ): void;
}
