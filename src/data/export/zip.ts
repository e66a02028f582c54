import { Zip, ZipDeflate } from 'fflate';

/** All files of an archive bear this date, so that equal data gives equal bytes. */
const DATE = '1980-01-02';
/** Bytes that are compressed between two reports of progress. */
const SLICE = 1 << 18;

/** A file of an archive; its bytes are made when their turn comes. */
export interface ZipPart {
  /** Path in the archive, with slashes. */
  readonly path: string;
  readonly bytes: () => Uint8Array;
}

/**
 * Packs files into one zip. `progress` takes the share done, in [0, 1], and is waited for; where it
 * rejects, so does this.
 */
export async function zipped(
  parts: readonly ZipPart[],
  progress: (share: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [index, { path, bytes }] of parts.entries()) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = DATE;
    zip.add(file);
    const content = bytes();
    for (let from = 0; from === 0 || from < content.length; from += SLICE) {
      const end = Math.min(content.length, from + SLICE);
      file.push(content.subarray(from, end), end === content.length);
      await progress((index + end / Math.max(1, content.length)) / parts.length);
    }
  }
  zip.end();
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
