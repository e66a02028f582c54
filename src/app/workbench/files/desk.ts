import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExportFormat } from '../../../data/export/formats';
import type { Reading } from '../../../data/import/readings/reading';
import { quoted } from '../../../data/text';
import { neededData } from '../../../experiment/settings/source';
import { worldChange, worldOf } from '../../../experiment/settings/world';
import type { World } from '../../../mdp/types';
import { files } from '../../../texts/files';
import {
  type FilesWorker,
  type Job,
  startFilesWorker,
  startJob,
} from '../../../worker/files/client';
import type { ExportedFile, FileRead } from '../../../worker/files/protocol';
import { saveFile } from '../../basics/save-file';
import { perPlayground } from '../../state/per-playground';
import type { Playground } from '../../state/playground';

/** A file that was read, and how. */
export interface OpenedFile {
  readonly file: File;
  readonly acceptRewards: boolean;
  /** The reading that the user chose; null where it was found out. */
  readonly reading: Reading | null;
  readonly read: FileRead;
  /** The hash of the dataset that was asked for and that this file does not hold; null where none was. */
  readonly wanted: string | null;
}

/** What is being imported: nothing, a file on its way, a file that waits for the user's word. */
export type Importing =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading'; readonly name: string; readonly share: number }
  | { readonly stage: 'read'; readonly opened: OpenedFile }
  /** Nothing could be read; the message says why. */
  | { readonly stage: 'failed'; readonly message: string };

/** What is being written: nothing, a file on its way, or why there is none. */
export type Exporting =
  | { readonly stage: 'none' }
  | { readonly stage: 'writing'; readonly format: ExportFormat; readonly share: number }
  | { readonly stage: 'saved'; readonly format: ExportFormat; readonly name: string }
  | { readonly stage: 'failed'; readonly format: ExportFormat; readonly message: string };

export interface DeskState {
  readonly importing: Importing;
  readonly exporting: Exporting;
  /** What has just happened, for those who do not see it. */
  readonly said: string;
}

const NONE = { stage: 'none' } as const;

/** A slip under which every step can go astray: what a world without slip has ruled out. */
const SOME_SLIP = 0.1;

/** How a file is to be read. */
interface HowToRead {
  /** Keeps rows with rewards that the world does not pay. */
  readonly acceptRewards?: boolean;
  /** The hash of the dataset that was asked for, where one was. */
  readonly wanted?: string | null;
  /** The reading that the user chose; null to have it found out. */
  readonly reading?: Reading | null;
}

interface DeskSurroundings {
  readonly spawn: () => FilesWorker;
  readonly save: (file: ExportedFile) => void;
}

/**
 * Files in and out, beside the playground: reads one at a time, holds what is in it until the user
 * agrees or discards it, and writes one at a time.
 */
export class Desk {
  readonly store: StoreApi<DeskState>;
  readonly #playground: Pick<Playground, 'model' | 'shelve' | 'change'>;
  readonly #surroundings: DeskSurroundings;
  #reading: Job | null = null;
  #writing: Job | null = null;

  constructor(
    playground: Pick<Playground, 'model' | 'shelve' | 'change'>,
    surroundings: DeskSurroundings,
  ) {
    this.#playground = playground;
    this.#surroundings = surroundings;
    this.store = createStore<DeskState>(() => ({ importing: NONE, exporting: NONE, said: '' }));
  }

  get state(): DeskState {
    return this.store.getState();
  }

  /** Reads a file against the present world; what was read before is let go. */
  async open(file: File, how: HowToRead = {}): Promise<void> {
    const { acceptRewards = false, wanted = null, reading = null } = how;
    const read = await this.#read(file, acceptRewards, { reading });
    if (read !== null) this.#lay({ file, acceptRewards, reading, read, wanted });
  }

  /**
   * Reads the file of a dataset that was asked for and puts it to use at once, where the file holds
   * it. Resolves with whether it does; what else is in the file waits for the user's word.
   */
  async openWanted(file: File, hash: string): Promise<boolean> {
    const world = worldOf(this.#playground.model.settings);
    const strict = await this.#read(file, false);
    if (strict === null) return false;
    if (this.#keepIfWanted(strict, hash)) return true;
    // The world of a link may be another by now than that in which its data were recorded.
    const slip = world.slip > 0 ? world.slip : SOME_SLIP;
    const lenient =
      strict.format === null ? null : await this.#read(file, true, { world: { ...world, slip } });
    if (lenient !== null && this.#keepIfWanted(lenient, hash)) return true;
    // Whoever imported it may have chosen another way to read it.
    for (const { reading } of strict.here.alternatives) {
      const otherwise = await this.#read(file, false, { reading });
      if (otherwise !== null && this.#keepIfWanted(otherwise, hash)) return true;
    }
    this.#lay({ file, acceptRewards: false, reading: null, read: strict, wanted: hash });
    return false;
  }

  /** Stops reading. */
  cancel(): void {
    this.#reading?.cancel();
    this.#reading = null;
    this.store.setState({ importing: NONE, said: files().cancelledReading });
  }

  /** Lets go of what was read. */
  discard(): void {
    this.store.setState({ importing: NONE, said: files().discarded });
  }

  /** Makes the rows that fit the present world the data, or those of the file's own world with it. */
  use(which: 'here' | 'other'): void {
    const { importing } = this.state;
    const offer = importing.stage === 'read' ? importing.opened.read[which] : null;
    if (!offer?.preview) return;
    const { data } = offer.preview;
    this.#playground.shelve(data);
    this.#playground.change({
      ...(which === 'other' ? worldChange(this.#playground.model.settings, offer.world) : {}),
      'data.source': 'file',
      'data.file': data.hash,
    });
    this.store.setState({
      importing: NONE,
      said: files().nowData(data.transitions.size, quoted(data.label)),
    });
  }

  /** Writes the present data to a file and saves it. */
  async export(format: ExportFormat): Promise<void> {
    const { problem, settings } = this.#playground.model;
    if (problem === null) return;
    this.#writing?.cancel();
    this.store.setState({ exporting: { stage: 'writing', format, share: 0 } });
    const job = startJob(
      this.#surroundings.spawn,
      { type: 'export', format, source: { problem, settings } },
      (share) => this.store.setState({ exporting: { stage: 'writing', format, share } }),
    );
    this.#writing = job;
    const end = await job.end;
    this.#writing = null;
    if (end.type === 'exported') {
      this.#surroundings.save(end.file);
      const { name } = end.file;
      this.store.setState({
        exporting: { stage: 'saved', format, name },
        said: files().saved(name),
      });
    } else if (end.type === 'failed') {
      const { message } = end;
      this.store.setState({ exporting: { stage: 'failed', format, message } });
    }
  }

  cancelExport(): void {
    this.#writing?.cancel();
    this.#writing = null;
    this.store.setState({ exporting: NONE, said: files().cancelledExport });
  }

  #lay(opened: OpenedFile): void {
    const said = opened.read.here.report.summary;
    this.store.setState({ importing: { stage: 'read', opened }, said });
  }

  /** Null where there is no answer: the failure is on the desk, or the user has cancelled. */
  async #read(
    file: File,
    acceptRewards: boolean,
    { world, reading = null }: { readonly world?: World; readonly reading?: Reading | null } = {},
  ): Promise<FileRead | null> {
    this.#reading?.cancel();
    const underway = (share: number): Importing => ({ stage: 'reading', name: file.name, share });
    this.store.setState({ importing: underway(0), said: '' });
    const job = startJob(
      this.#surroundings.spawn,
      {
        type: 'import',
        file,
        world: world ?? worldOf(this.#playground.model.settings),
        acceptRewards,
        ...(reading ? { reading } : {}),
      },
      (share) => this.store.setState({ importing: underway(share) }),
    );
    this.#reading = job;
    const end = await job.end;
    this.#reading = null;
    if (end.type === 'imported') return end.read;
    const message = end.type === 'failed' ? end.message : files().unread;
    this.store.setState({ importing: { stage: 'failed', message }, said: message });
    return null;
  }

  #keepIfWanted(read: FileRead, hash: string): boolean {
    const offer = [read.here, read.other].find((each) => each?.preview?.data.hash === hash);
    if (!offer?.preview || neededData(this.#playground.model.settings) !== hash) return false;
    this.#playground.shelve(offer.preview.data);
    const said = files().isThere(quoted(offer.preview.data.label));
    this.store.setState({ importing: NONE, said });
    return true;
  }
}

/** The desk of a playground: one as long as the page lives, so that closing the workbench loses nothing. */
export const deskOf = perPlayground(
  (playground: Playground) =>
    new Desk(playground, {
      spawn: startFilesWorker,
      save: ({ bytes, name, mime }) => saveFile(bytes, name, mime),
    }),
);
