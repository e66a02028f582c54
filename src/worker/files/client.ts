import { files } from '../../texts/files';
import { connect, type WorkerLike } from '../connection/connect';
import { startWorker } from '../connection/start';
import address from './entry?worker&url';
import type { FilesCommand, FilesReport } from './protocol';

/** A worker that reads or writes a file. */
export type FilesWorker = WorkerLike<FilesCommand, FilesReport>;

export const startFilesWorker = (): FilesWorker => startWorker(address);

/** What a job ends with. */
export type JobEnd = Exclude<FilesReport, { type: 'progress' }>;

/** A job under way. */
export interface Job {
  /** Never rejects; never settles once the job is cancelled. */
  readonly end: Promise<JobEnd>;
  /** Ends it at once, whatever it is doing. */
  cancel(): void;
}

/** Has a worker of its own do a job. */
export function startJob(
  spawn: () => FilesWorker,
  command: FilesCommand,
  onProgress: (share: number) => void,
): Job {
  let cancel = () => {};
  const end = new Promise<JobEnd>((resolve) => {
    const connection = connect<FilesCommand, FilesReport>(spawn, {
      onMessage: (report) => {
        if (report.type === 'progress') {
          onProgress(report.share);
          return;
        }
        connection.close();
        resolve(report);
      },
      onLost: (reason) => resolve({ type: 'failed', message: files().brokenOff(reason) }),
    });
    connection.post(command);
    cancel = () => connection.close();
  });
  return { end, cancel: () => cancel() };
}
