import { coverage } from '../../data/dataset';
import { type GivenData, givenOf } from '../../data/given';
import { importFile } from '../../data/import/import-file';
import { FILE_LIMIT, type ImportOffer } from '../../data/import/types';
import { quoted } from '../../data/text';
import { inSupport } from '../../data/values';
import { buildMdp } from '../../mdp/mdp';
import { optimalValues, startReturn } from '../../mdp/solve';
import type { World } from '../../mdp/types';
import { unreadable } from '../../texts/unreadable';
import { EXPORTERS } from './formats';
import type { FileOffer, FilePreview, FileRead, FilesCommand, FilesReport } from './protocol';

/** The work goes on by at least this share between two reports of it. */
const REPORTED = 0.05;
/** Share of an import that is left for what follows on reading. */
const PREVIEWING = 0.1;

export type PostReport = (report: FilesReport, transfer: Transferable[]) => void;

/** Does a job and reports on it. Never rejects: what goes wrong is reported as a sentence. */
export async function doJob(command: FilesCommand, post: PostReport): Promise<void> {
  let said = 0;
  const progress = (share: number) => {
    if (share < said + REPORTED) return;
    said = share;
    post({ type: 'progress', share: Math.min(1, share) }, []);
  };
  try {
    if (command.type === 'import') {
      const read = await readFile(command, progress);
      post({ type: 'imported', read }, [read.here, read.other].flatMap(buffersOf));
      return;
    }
    const exporter = await EXPORTERS[command.format]();
    const file = await exporter(command.source, async (share) => progress(share));
    post({ type: 'exported', file }, [file.bytes.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ type: 'failed', message }, []);
  }
}

type ImportCommand = Extract<FilesCommand, { type: 'import' }>;

async function readFile(
  { file, world, acceptRewards, reading }: ImportCommand,
  progress: (share: number) => void,
): Promise<FileRead> {
  const bytes = await bytesOf(file);
  const { format, offer, other } = await importFile(
    { name: file.name, bytes, world, acceptRewards, ...(reading ? { reading } : {}) },
    (share) => progress(share * (1 - PREVIEWING)),
  );
  const label = file.name;
  // The discount is known where the file states one that is not that of the present world.
  const gamma = other === null ? {} : { gamma: other.world.gamma };
  const under = (rows: ImportOffer, its: World): FileOffer => ({
    world: its,
    report: rows.report,
    reading: rows.reading,
    alternatives: rows.alternatives,
    preview: previewOf(rows, its, { label, kind: 'imported', ...gamma }),
  });
  const here = under(offer, world);
  if (other === null) return { format, here, other };
  const { differences } = other;
  return { format, here, other: { ...under(other.offer, other.world), differences } };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  const name = quoted(file.name);
  if (file.size > FILE_LIMIT) {
    const [size, limit] = [file.size, FILE_LIMIT].map((bytes) => Math.ceil(bytes / 2 ** 20));
    throw new Error(unreadable().fileTooLarge(name, size, limit));
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(unreadable().fileLost(name));
  }
}

function previewOf(
  { transitions, behaviorKnown }: ImportOffer,
  world: World,
  origin: Pick<GivenData, 'label' | 'kind' | 'gamma'>,
): FilePreview | null {
  if (transitions === null) return null;
  const mdp = buildMdp(world);
  const data = givenOf(transitions, { ...origin, map: world.map, behaviorKnown });
  const { episodes, counts } = transitions;
  return {
    data,
    episodes,
    counts: counts.pairs,
    coverage: coverage(mdp, counts),
    inSupport: inSupport(mdp, counts).return,
    optimal: startReturn(mdp, optimalValues(mdp).v),
  };
}

/** The buffers of an offer; the worker does not need them again. */
function buffersOf(offer: FileOffer | null): Transferable[] {
  if (!offer?.preview) return [];
  const { counts, ...columns } = offer.preview.data.transitions;
  return [...Object.values(columns), counts.pairs, counts.states].flatMap((column) =>
    typeof column === 'object' ? [column.buffer] : [],
  );
}
