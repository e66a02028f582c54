import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { matrixShape, type TexelGrid } from './texels';

/** A program over texels: which it reads by name, what it is told, and one function to fill in. */
export interface TexelProgram {
  /** Names of the texel matrices that it reads, in the order in which they are given. */
  readonly inputs: readonly string[];
  /** Whole numbers that it is told, by name. */
  readonly integers?: Readonly<Record<string, number>>;
  /** Names of the numbers given at each run. */
  readonly floats?: readonly string[];
  /** Texels that it writes. */
  readonly count: number;
  /**
   * GLSL with `vec4 compute(int i)`, the value of texel i. `fetch(NAME, j)` reads texel j of an
   * input.
   */
  readonly code: string;
}

/** A program made for a grid, ready to run. */
export interface BoundProgram {
  readonly kernel: string;
  readonly program: GPGPUProgram;
  /** The whole numbers and the count, as tfjs takes them. */
  readonly integers: readonly number[][];
}

interface FusedAttributes {
  readonly bound: BoundProgram;
  readonly floats: readonly number[];
}

/**
 * The kernels registered with tfjs. One name a duty, so that tfjs's own profile tells them apart.
 */
export const KERNELS = {
  dense: 'OffgridDense',
  head: 'OffgridHead',
  join: 'OffgridJoin',
  inputGradient: 'OffgridInputGradient',
  weightGradient: 'OffgridWeightGradient',
  update: 'OffgridAdamPolyak',
  finite: 'OffgridFinite',
} as const;
export type KernelName = keyof typeof KERNELS;

let registered = false;

/** Registers the kernels with tfjs's WebGL backend, once. */
export function registerKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernelName of Object.values(KERNELS)) {
    tf.registerKernel({
      kernelName,
      backendName: 'webgl',
      kernelFunc: ({ inputs, attrs, backend }) => {
        const { bound, floats } = attrs as unknown as FusedAttributes;
        const { program, integers } = bound;
        return (backend as MathBackendWebGL).compileAndRun(
          program,
          program.variableNames.map((name) => inputs[name] as tf.TensorInfo),
          'float32',
          [...(integers as number[][]), ...floats.map((value) => [value])],
        );
      },
    });
  }
}

/** Binds a program to a grid; shapes are uniforms, so that other sizes need no new compilation. */
export function bind(kernel: KernelName, grid: TexelGrid, of: TexelProgram): BoundProgram {
  const names = Object.keys(of.integers ?? {});
  const userCode = `
    const int SHIFT = ${grid.shift};
    vec4 texelOf(sampler2D matrix, int i) {
      return texelFetch(matrix, ivec2(i & ((1 << SHIFT) - 1), i >> SHIFT), 0);
    }
    #define fetch texelOf
    ${of.code}
    void main() {
      int i = (int(gl_FragCoord.y) << SHIFT) + int(gl_FragCoord.x);
      setOutput(i < count ? compute(i) : vec4(0.0));
    }
  `;
  return {
    kernel: KERNELS[kernel],
    program: {
      variableNames: [...of.inputs],
      outputShape: matrixShape(grid, of.count),
      userCode,
      enableShapeUniforms: true,
      packedInputs: true,
      packedOutput: true,
      customUniforms: [
        { name: 'count', type: 'int' },
        ...names.map((name) => ({ name, type: 'int' as const })),
        ...(of.floats ?? []).map((name) => ({ name, type: 'float' as const })),
      ],
    },
    integers: [[of.count], ...Object.values(of.integers ?? {}).map((value) => [value])],
  };
}

/** One launch. `inputs` by the names that the program gives them, `floats` in its order. */
export function run(
  bound: BoundProgram,
  inputs: Readonly<Record<string, tf.Tensor2D>>,
  floats: readonly number[] = [],
): tf.Tensor2D {
  const attributes: FusedAttributes = { bound, floats };
  return tf
    .engine()
    .runKernel(
      bound.kernel,
      inputs as tf.NamedTensorMap,
      attributes as unknown as tf.NamedAttrMap,
    ) as tf.Tensor2D;
}
