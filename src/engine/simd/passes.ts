import type { NetworkLayout } from './layout';
import { type Address, FINISH, type Kernels } from './module';

/** Where a forward pass leaves what a backward pass reads. */
export interface Activations {
  /** `[rows × padded width]`. */
  readonly h1: Address;
  readonly h2: Address;
  /** `[rows × padded outputs]`. */
  readonly y: Address;
}

/** The rows that a pass is made on. */
export interface Inputs {
  /** States, `u32 [rows]`. */
  readonly states: Address;
  /** Their encodings, `[rows × padded features]`; 0 where they are one-hot. */
  readonly x: Address;
}

/** Scratch that all passes share. */
export interface Scratch {
  /** One packed panel. */
  readonly panel: Address;
  /** The larger of w2 and w3, transposed. */
  readonly transposed: Address;
  /** `[rows × padded width]`. */
  readonly dz1: Address;
  readonly dz2: Address;
}

/** Forward and backward passes of one network, on a number of rows that is a multiple of 8. */
export class Passes {
  constructor(
    private readonly kernels: Kernels,
    private readonly scratch: Scratch,
  ) {}

  /** y = relu(relu(x·w1 + b1)·w2 + b2)·w3 + b3. */
  forward(
    layout: NetworkLayout,
    network: Address,
    inputs: Inputs,
    rows: number,
    to: Activations,
  ): void {
    const { kernels } = this;
    const { rows: depth, paddedWidth, paddedOutputs } = layout.shape;
    const { panel } = this.scratch;
    const wide = paddedWidth * 4;
    const narrow = paddedOutputs * 4;
    const { rectify, plain } = FINISH;
    const { h1, h2, y } = to;
    const b1 = network + layout.b1;
    const w2 = network + layout.w2;
    const b2 = network + layout.b2;
    const w3 = network + layout.w3;
    const b3 = network + layout.b3;
    const { x, states } = inputs;
    if (x === 0) kernels.lookUp(network, b1, states, rows, paddedWidth, h1);
    else {
      const lda = depth * 4;
      kernels.product(
        x,
        lda,
        network,
        wide,
        h1,
        wide,
        rows,
        depth,
        paddedWidth,
        b1,
        rectify,
        0,
        panel,
      );
    }
    const w = paddedWidth;
    kernels.product(h1, wide, w2, wide, h2, wide, rows, w, w, b2, rectify, 0, panel);
    kernels.product(h2, wide, w3, narrow, y, narrow, rows, w, paddedOutputs, b3, plain, 0, panel);
  }

  /** ∂/∂y → ∂/∂parameters, written to `gradients`, which is laid out as the network is. */
  backward(
    layout: NetworkLayout,
    network: Address,
    inputs: Inputs,
    rows: number,
    { h1, h2 }: Activations,
    dy: Address,
    gradients: Address,
  ): void {
    const { kernels } = this;
    const { rows: depth, paddedWidth: w, paddedOutputs: outputs } = layout.shape;
    const { panel, transposed, dz1, dz2 } = this.scratch;
    const wide = w * 4;
    const narrow = outputs * 4;
    const { masked } = FINISH;
    const dw3 = gradients + layout.w3;
    const dw2 = gradients + layout.w2;

    kernels.transposedProduct(h2, wide, dy, narrow, dw3, narrow, w, rows, outputs, panel);
    kernels.columnSums(dy, rows, outputs, gradients + layout.b3);
    kernels.transpose(network + layout.w3, w, outputs, transposed);
    kernels.product(
      dy,
      narrow,
      transposed,
      wide,
      dz2,
      wide,
      rows,
      outputs,
      w,
      0,
      masked,
      h2,
      panel,
    );

    kernels.transposedProduct(h1, wide, dz2, wide, dw2, wide, w, rows, w, panel);
    kernels.columnSums(dz2, rows, w, gradients + layout.b2);
    kernels.transpose(network + layout.w2, w, w, transposed);
    kernels.product(dz2, wide, transposed, wide, dz1, wide, rows, w, w, 0, masked, h1, panel);

    kernels.columnSums(dz1, rows, w, gradients + layout.b1);
    const { x, states } = inputs;
    if (x === 0) kernels.scatterRows(dz1, states, rows, w, gradients, depth);
    else {
      const lda = depth * 4;
      kernels.transposedProduct(x, lda, dz1, wide, gradients, wide, depth, rows, w, panel);
    }
  }
}
