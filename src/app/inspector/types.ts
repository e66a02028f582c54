import type { Frame } from '../../experiment/types';
import type { StateIndex } from '../../mdp/types';
import type { ProblemView } from '../../worker/training/protocol';
import type { Grid, MapRanges } from '../state/grid';
import type { InstanceView } from '../state/instances';
import type { Scheme } from '../theme/palette';

export interface InspectorProps {
  readonly problem: ProblemView;
  readonly grid: Grid;
  readonly ranges: MapRanges;
  /** What is shown of each learner, as its only seed; null before the first measurement. */
  readonly frame: Frame | null;
  readonly instances: readonly InstanceView[];
  /** The hovered or else the pinned state; null for none. */
  readonly state: StateIndex | null;
  /** Whether `state` is pinned rather than merely hovered. */
  readonly pinned?: boolean;
  readonly scheme: Scheme;
  /** Which of several seeds that is: «seed 2»; '' where there is only one. */
  readonly shown?: string;
}
