import { files } from '../../../texts/files';
import { Connection, type WorkerLike } from '../../../worker/connection';
import type { FilesCommand, FilesReport } from '../../../worker/files-protocol';

/** A worker that reads or writes a file. */
export type FilesWorker = WorkerLike<FilesCommand, FilesReport>;

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
    const connection = new Connection<FilesCommand, FilesReport>(spawn, {
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
