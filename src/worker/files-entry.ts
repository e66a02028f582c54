/// <reference lib="webworker" />
import { doJob } from './files';
import type { FilesCommand } from './files-protocol';
import { attend } from './heartbeat';

declare const self: DedicatedWorkerGlobalScope;

attend(
  self,
  (command: FilesCommand) =>
    void doJob(command, (report, transfer) => self.postMessage(report, transfer)),
);
