/// <reference lib="webworker" />
import { attend } from './heartbeat';
import { previewOf } from './preview';
import type { PreviewRequest } from './preview-protocol';

declare const self: DedicatedWorkerGlobalScope;

attend(self, (request: PreviewRequest) => {
  const report = previewOf(request);
  self.postMessage(report, [report.counts.buffer]);
});
