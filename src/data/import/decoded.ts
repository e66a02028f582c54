interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** Of the Encoding standard: browsers and Node have it, the language itself does not. */
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (
    label?: string,
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  ) => Decoder;
};

/** The text that bytes are in an encoding; what is no text there is replaced. */
export function decodedAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The text of a file: UTF-8, UTF-16 where it says so, else what Windows calls ANSI. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodedAs('windows-1252', bytes);
  }
}
