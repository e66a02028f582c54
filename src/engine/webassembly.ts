/** The shortest module there is: its magic number and version. */
const EMPTY = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/**
 * Whether modules may be compiled here: a content security policy can forbid that where `WebAssembly`
 * itself is there and calls every module valid.
 */
export function webAssemblyAllowed(): boolean {
  try {
    return new WebAssembly.Module(EMPTY) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
