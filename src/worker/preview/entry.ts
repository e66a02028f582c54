/// <reference lib="webworker" />
import { attend } from '../connection/heartbeat';
import { previewOf } from './preview';
import type { PreviewReport, PreviewRequest } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

attend(self, (request: PreviewRequest) => {
  const report: PreviewReport = previewOf(request);
  self.postMessage(report, report.counts === null ? [] : [report.counts.buffer]);
});
