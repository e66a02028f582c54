/// <reference lib="webworker" />
import { previewOf } from './preview';
import type { PreviewRequest } from './preview-protocol';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<PreviewRequest>) => {
  const report = previewOf(data);
  self.postMessage(report, [report.counts.buffer]);
};
