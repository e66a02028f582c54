import binary from 'virtual:offgrid-simd';
import { webAssemblyAllowed } from '../webassembly';
import type { Kernels } from './kernels';

export type { Address, Kernels } from './kernels';

/** What `product` does before it stores (see `assembly/product.ts`). */
export const FINISH = { plain: 0, rectify: 1, masked: 2 } as const;

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
