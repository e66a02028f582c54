import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportFormat } from '../../src/data/export/formats';
import { buildProblem, problemView } from '../../src/experiment/problem';
import { resolveSettings } from '../../src/experiment/settings/parse';
import type { ProblemView, Settings } from '../../src/experiment/types';
import { EXPORTERS } from '../../src/worker/files/formats';

/** An exported file on disk, and what it was made of. */
export interface Exported {
  readonly problem: ProblemView;
  readonly settings: Settings;
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Every share that was reported. */
  readonly shares: readonly number[];
}

/** Exports the dataset of some settings into a folder; `refuse` may reject to end it early. */
export async function exported(
  format: ExportFormat,
  given: Readonly<Record<string, string | number>>,
  folder: string,
  refuse: (share: number) => Promise<void> = async () => undefined,
): Promise<Exported> {
  const { settings, notices } = resolveSettings(given);
  if (notices.length > 0) throw new Error(notices[0].message);
  const problem = problemView(buildProblem(settings), 'test');
  const exporter = await EXPORTERS[format]();
  const shares: number[] = [];
  const { name, bytes } = await exporter({ problem, settings }, async (share) => {
    shares.push(share);
    await refuse(share);
  });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { problem, settings, path, bytes, shares };
}
