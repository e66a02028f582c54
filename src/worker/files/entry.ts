/// <reference lib="webworker" />

import { attend } from '../connection/heartbeat';
import { doJob } from './job';
import type { FilesCommand } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

attend(self, (command: FilesCommand) =>
  doJob(command, (report, transfer) => self.postMessage(report, transfer)),
);
