import type { Settings } from '../../experiment/types';

/** Asks what the behaviour of these settings records, for a picture named `id`. */
export interface PreviewRequest {
  readonly id: string;
  /** Complete settings, as `resolveSettings` gives them. */
  readonly settings: Settings;
}

export interface PreviewReport {
  readonly id: string;
  /** `[states × 4]` N(s,a); null where these settings record nothing that could be counted. */
  readonly counts: Int32Array | null;
}
