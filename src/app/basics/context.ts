import { useComputedColorScheme } from '@mantine/core';
import { createContext, useContext, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ProblemView } from '../../experiment/types';
import type { Grid, MapRanges } from '../state/grid';
import { gridOf, rangesOf } from '../state/grid';
import { type InstanceView, instancesOf, keyOfInstances } from '../state/instances';
import type { Model } from '../state/model';
import type { Playground } from '../state/playground';
import type { Scheme } from '../theme/palette';
import { Covered } from './covered';
import { isPrinting, watchPrinting } from './printing';

export const PlaygroundContext = createContext<Playground | null>(null);

/** The playground this page shows. Throws outside of its provider. */
export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error('usePlayground is called outside of the page.');
  return playground;
}

/**
 * A part of the model; the component is drawn again when that part is another. Where the page is
 * covered it stays as it was, and catches up once it is seen again.
 */
export function useModel<T>(select: (model: Model) => T): T {
  const covered = useContext(Covered);
  const last = useRef<{ readonly value: T } | null>(null);
  const kept = covered ? last.current : null;
  const value = useStore(usePlayground().store, kept ? () => kept.value : select);
  last.current = { value };
  return value;
}

/** The learner instances that are on, by name and hue. */
export function useInstances(): readonly InstanceView[] {
  const playground = usePlayground();
  const key = useModel((model) => keyOfInstances(model.settings));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the settings differ in this
  return useMemo(() => instancesOf(playground.model.settings), [playground, key]);
}

/** The problem as maps and charts draw it. */
export interface Scene {
  readonly problem: ProblemView;
  readonly grid: Grid;
  readonly ranges: MapRanges;
}

const scenes = new WeakMap<ProblemView, Scene>();

let latest: { readonly world: string; readonly grid: Grid } | null = null;

/** One grid as long as the world stays what it is, which other data or other learners do not change. */
function gridOfWorld(world: ProblemView['world']): Grid {
  const key = JSON.stringify(world);
  if (latest?.world !== key) latest = { world: key, grid: gridOf(world) };
  return latest.grid;
}

/** One scene a problem, whoever asks: the grid of a large world costs tens of milliseconds. */
function sceneOf(problem: ProblemView): Scene {
  const scene = scenes.get(problem) ?? {
    problem,
    grid: gridOfWorld(problem.world),
    ranges: rangesOf(problem.optimalQ, problem.counts),
  };
  scenes.set(problem, scene);
  return scene;
}

/** The present problem with its grid and scale, null before the worker has solved it. */
export function useScene(): Scene | null {
  const problem = useModel((model) => model.problem);
  return problem && sceneOf(problem);
}

/** Light or dark, as chosen or else as the system prefers; on paper always light. */
export function useScheme(): Scheme {
  const chosen = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const printing = useSyncExternalStore(watchPrinting, isPrinting, () => false);
  return printing ? 'light' : chosen;
}
