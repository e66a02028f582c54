import { type NumpyArray, npyFile } from './npy';
import { zipped } from './zip';

/** Named arrays as a `.npz` for `numpy.load`; nothing in it needs pickle. */
export function arraysFile(
  arrays: Readonly<Record<string, NumpyArray>>,
  progress: (share: number) => Promise<void> = async () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = Object.entries(arrays).map(([name, array]) => ({
    path: `${name}.npy`,
    bytes: () => npyFile(array),
  }));
  return zipped(parts, progress);
}
