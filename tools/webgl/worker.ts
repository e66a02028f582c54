import { CHECKS, type Checks } from './checks';

export interface CheckRequest {
  readonly name: keyof Checks;
  readonly given: readonly unknown[];
}

/** What a check found, or why it could not be made. */
export interface CheckReply {
  readonly result?: unknown;
  readonly fault?: string;
}

self.onmessage = async ({ data }: MessageEvent<CheckRequest>) => {
  let reply: CheckReply;
  try {
    const check = CHECKS[data.name] as (...given: readonly unknown[]) => Promise<unknown>;
    reply = { result: await check(...data.given) };
  } catch (error) {
    reply = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  self.postMessage(reply);
};
