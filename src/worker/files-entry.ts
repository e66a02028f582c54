/// <reference lib="webworker" />
import { doJob } from './files';
import type { FilesCommand } from './files-protocol';
import { speaking } from './speaking';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = speaking(
  (command: FilesCommand) =>
    void doJob(command, (report, transfer) => self.postMessage(report, transfer)),
);
