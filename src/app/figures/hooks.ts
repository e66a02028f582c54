import { useEffect, useMemo, useRef, useState } from 'react';
import type { FrameLearner } from '../../experiment/types';
import type { LearnerMeta } from '../../learners/meta';
import { type Scene, useInstances, useModel } from '../basics/context';
import { describePlace } from '../map/describe';
import { visits } from '../map/layers/values';
import { acts } from '../map/paint';
import type { InstanceView } from '../state/instances';
import { shownLearner, shownOf } from '../state/seeds';

/** Four pictures a second are enough for a reader, and leave the time to training. */
const PAUSE = 250;

/** The value as it was at most a quarter of a second ago; at once where it has not changed for longer. */
function useThrottled<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const last = useRef(0);
  const rested = performance.now() - last.current >= PAUSE;
  useEffect(() => {
    const wait = Math.max(0, last.current + PAUSE - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value]);
  return rested ? value : shown;
}

/** An instance with what it is shown as; `values` are null before the first measurement. */
export interface Learner {
  readonly instance: InstanceView;
  readonly values: FrameLearner | null;
}

/** The learners that are on, of the shown seed, live. */
export function useLearners(): readonly Learner[] {
  const frame = useThrottled(useModel((model) => model.frame));
  const shown = useModel((model) => shownOf(model.settings));
  const instances = useInstances();
  return useMemo(
    () =>
      instances.map((instance) => ({
        instance,
        values: shownLearner(frame?.learners[instance.id], shown),
      })),
    [frame, shown, instances],
  );
}

/** The first learner that is what is asked for first; null where none is any of it. */
export function preferred(
  learners: readonly Learner[],
  wishes: readonly ((meta: LearnerMeta) => boolean | undefined)[],
): Learner | null {
  for (const wish of wishes) {
    const found = learners.find(({ instance }) => wish(instance.method));
    if (found) return found;
  }
  return null;
}

/** The cell a figure is about. */
export interface Marked {
  readonly state: number;
  /** «row 3, column 5, start». */
  readonly place: string;
  /** Whether another cell is marked, in which the data has no row. */
  readonly instead: boolean;
}

/** The marked cell, or the likeliest start where none is marked or the data has no row there. */
export function useMarked({ grid, problem }: Scene): Marked {
  const marked = useModel((model) => model.hovered ?? model.pinned);
  return useMemo(() => {
    const { start } = grid.mdp;
    const first = start.indexOf(Math.max(...start));
    const at = marked !== null && marked < grid.states ? marked : first;
    const known = acts(grid, at) && visits(problem.counts, at) > 0;
    const state = known ? at : first;
    return {
      state,
      place: describePlace(grid, state),
      instead: !known && at !== first,
    };
  }, [marked, grid, problem]);
}

/** The four numbers of a state in a table `[states × 4]`. */
export function rowOf(table: ArrayLike<number>, state: number): readonly number[] {
  return [0, 1, 2, 3].map((action) => table[state * 4 + action]);
}
