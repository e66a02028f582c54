import type { ReactNode } from 'react';
import type { Snapshot, Truth } from '../../experiment/types';
import type { Flip } from '../state/flips';
import type { InstanceView } from '../state/instances';
import type { Shown } from '../state/seeds';
import type { Scheme } from '../theme/palette';

export interface EvidenceChartsProps {
  /** Measured so far, by ascending step; may be one array that grows in place. */
  readonly snapshots: readonly Snapshot[];
  /** Changes whenever `snapshots` does; default its length. */
  readonly version?: number;
  /** A run to compare with: its lines are drawn faintly under the others. */
  readonly compared?: {
    readonly snapshots: readonly Snapshot[];
    readonly instances: readonly InstanceView[];
  } | null;
  /** What was measured at the moment shown; the last of `snapshots` where it is not given. */
  readonly moment?: Snapshot | null;
  readonly instances: readonly InstanceView[];
  readonly truth: Truth;
  /** Right end of the step axis. */
  readonly steps: number;
  /** `MapRanges.range`: errors are floored at minus this. */
  readonly valueRange: number;
  readonly scheme: Scheme;
  /** Steps between two measurements; guessed from the first two where it is not given. */
  readonly spacing?: number;
  /** Height of each chart in CSS pixels, default 168. */
  readonly chartHeight?: number;
  /** Instance whose lines stand out, if any. */
  readonly highlighted?: string | null;
  /** What the maps show of several seeds: jumps are marked on that seed's return. Default the first. */
  readonly shown?: Shown;
  /** From `flipsBetween`, so that a jump of a return can lead to its cell. */
  readonly flips?: readonly Flip[];
  /** Shows the cell whose arrow turned, at the step after it had. */
  readonly onShowFlip?: (flip: Flip) => void;
  /** The inspector, shown as a tab of the third panel. */
  readonly markedCell?: ReactNode;
}
