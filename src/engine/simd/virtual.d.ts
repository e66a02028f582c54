/** The compiled kernels of `assembly/`, made by `tools/assembly-plugin.mjs`. */
declare module 'virtual:offgrid-simd' {
  /** A WebAssembly module, base64. */
  const binary: string;
  export default binary;
}
