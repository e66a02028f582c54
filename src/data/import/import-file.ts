import { UnreadableFile } from './faults';
import { isHdf5, openHdf5 } from './hdf5';
import { type ImportRequest, importDataset, refused } from './importer';
import { finish, type Sliced } from './sliced';
import { FILE_LIMIT, type ImportResult } from './types';
import { Unzipper, zipEntries } from './zip';

/** The HDF5 file that a file is or, as an archive of Minari, holds; null where there is none. */
function* hdf5In(bytes: Uint8Array): Sliced<Uint8Array | null> {
  if (bytes.length > FILE_LIMIT) return null;
  if (isHdf5(bytes)) return bytes;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const entry = zipEntries(bytes).find(({ name }) => /\.(hdf5|h5|he5)$/i.test(name));
  return entry === undefined ? null : yield* new Unzipper(bytes).read(entry);
}

/**
 * Imports a file as `importDataset` does, HDF5 included, whose library is loaded for it.
 *
 * Rejects with WorldError where the present world is none.
 */
export async function importFile(
  request: Omit<ImportRequest, 'hdf5'>,
  progress: (share: number) => void = () => undefined,
): Promise<ImportResult> {
  try {
    const inner = finish(hdf5In(request.bytes));
    const hdf5 = inner === null ? null : await openHdf5(inner);
    const work = importDataset(hdf5 === null ? request : { ...request, hdf5 });
    let step = work.next();
    for (; !step.done; step = work.next()) progress(step.value);
    return step.value;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refused(request.name, error.message);
  }
}
