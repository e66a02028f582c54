import { files } from '../../../texts/files';
import type { FilesCommand, FilesReport } from '../../../worker/files-protocol';
import { type SpeakCommand, tellLanguage } from '../../../worker/speaking';

/** The part of a `Worker` that a job uses. */
export interface FilesWorker {
  postMessage(message: FilesCommand | SpeakCommand): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FilesReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

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
  const worker = spawn();
  const untell = tellLanguage(worker);
  const cancel = () => {
    untell();
    worker.onmessage = null;
    worker.onerror = null;
    worker.onmessageerror = null;
    worker.terminate();
  };
  const end = new Promise<JobEnd>((resolve) => {
    const finish = (report: JobEnd) => {
      cancel();
      resolve(report);
    };
    const crash = (reason: string) =>
      finish({
        type: 'failed',
        message: files().brokenOff(reason),
      });
    worker.onmessage = ({ data }) => {
      if (data.type === 'progress') onProgress(data.share);
      else finish(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      crash(event.message || files().noWorker);
    };
    worker.onmessageerror = () => crash(files().noMessage);
    try {
      worker.postMessage(command);
    } catch (error) {
      crash(error instanceof Error ? error.message : String(error));
    }
  });
  return { end, cancel };
}
