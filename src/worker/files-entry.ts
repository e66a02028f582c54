/// <reference lib="webworker" />
import { doJob } from './files';
import type { FilesCommand } from './files-protocol';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<FilesCommand>) =>
  void doJob(data, (report, transfer) => self.postMessage(report, transfer));
