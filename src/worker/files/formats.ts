import { freeze } from '../../data/dataset';
import type { Archive } from '../../data/export/archive';
import type { ExportFormat } from '../../data/export/formats';
import type { Dataset } from '../../data/types';
import { buildMdp } from '../../mdp/mdp';
import type { Mdp } from '../../mdp/types';
import type { ExportedFile, ExportSource } from './protocol';

/** Takes the share done, in [0, 1], and resolves when the work may go on. */
type Progress = (share: number) => Promise<void>;

/** Writes a file. */
export type Exporter = (source: ExportSource, progress: Progress) => Promise<ExportedFile>;

/** Name of a file of a dataset, so that two datasets do not overwrite each other. */
export function fileName({ problem }: ExportSource, ending: string): string {
  return `offgrid-${problem.datasetHash}.${ending}`;
}

/** An exporter of a text that is made of the world and the dataset alone. */
function textExporter(
  ending: string,
  mime: string,
  write: (mdp: Mdp, dataset: Dataset) => string,
): Exporter {
  return async (source, progress) => {
    const mdp = buildMdp(source.problem.world);
    const dataset = freeze(mdp, source.problem.transitions);
    await progress(0.2);
    const text = write(mdp, dataset);
    await progress(0.8);
    return { name: fileName(source, ending), mime, bytes: new TextEncoder().encode(text) };
  };
}

/** An exporter of a dataset with its exact anchors. */
async function archiveExporter(
  ending: string,
  mime: string,
  write: (archive: Archive, progress: Progress) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Exporter> {
  const { problemArchive } = await import('../../experiment/archive');
  return async (source, progress) => {
    const archive = problemArchive(source.problem, source.settings);
    return { name: fileName(source, ending), mime, bytes: await write(archive, progress) };
  };
}

/** Exporters by their format; each brings its code when it is first asked for. */
export const EXPORTERS: Readonly<Record<ExportFormat, () => Promise<Exporter>>> = {
  async csv() {
    const { toCsv } = await import('../../data/csv');
    return textExporter('csv', 'text/csv', toCsv);
  },
  async json() {
    const { toJson } = await import('../../data/csv');
    return textExporter('json', 'application/json', (mdp, dataset) =>
      JSON.stringify(toJson(mdp, dataset)),
    );
  },
  async npz() {
    const { toNpz } = await import('../../data/export/npz');
    return archiveExporter('npz', 'application/zip', toNpz);
  },
  async minari() {
    const { toMinari } = await import('../../data/export/minari');
    return archiveExporter('zip', 'application/zip', toMinari);
  },
  async notebook() {
    const [{ toNotebook }, { problemArchive }] = await Promise.all([
      import('../../experiment/notebook/notebook'),
      import('../../experiment/archive'),
    ]);
    return async (source, progress) => {
      const archive = problemArchive(source.problem, source.settings);
      const bytes = await toNotebook(archive, source.settings, progress);
      return { name: fileName(source, 'ipynb'), mime: 'application/x-ipynb+json', bytes };
    };
  },
};
