/// <reference lib="webworker" />
import { attend } from '../connection/heartbeat';
import { Filming } from './film';
import type { FilmRequest } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

const filming = new Filming((report) =>
  self.postMessage(report, report.type === 'film' ? [report.bytes] : []),
);

attend(self, (request: FilmRequest) => filming.take(request));
