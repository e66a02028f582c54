import { optimalValues, uniformPolicy } from '../mdp/solve';
import { ACTIONS, type ActionName, type Mdp, type Policy } from '../mdp/types';
import { crossingPaths } from './crossing';
import { BehaviorError } from './error';
import type { MixtureSpec } from './mixture';
import { type PaintedCell, paintedPolicy } from './painted';
import { directionalPolicy, epsilonGreedyPolicy, softmaxPolicy } from './policies';
import { learningReplay } from './replay';
import { checkSize } from './size';
import { mediumPolicy } from './tiers';
import type { Behavior, BehaviorComponent } from './types';

export { BehaviorError };

/** A policy drawn on the map; cells that are not painted act uniformly. */
interface PaintedSpec {
  readonly kind: 'painted';
  readonly cells: readonly PaintedCell[];
}

/** A component of a mixture with its weight, relative to the others'. */
interface WeightedSpec {
  readonly weight: number;
  readonly spec: Exclude<MixtureSpec, { kind: 'painted' }> | PaintedSpec;
}

/** Which behaviour, with the numbers of its kind. */
export type BehaviorSpec =
  /** Every action equally often. */
  | { readonly kind: 'uniform' }
  /** ε-greedy on Q*, ε in [0, 1] spread over all four actions. */
  | { readonly kind: 'epsilon-greedy'; readonly epsilon: number }
  /** π(a|s) ∝ exp(Q*(s,a) / T), T > 0. */
  | { readonly kind: 'softmax'; readonly temperature: number }
  /** One direction with probability `strength` in [0, 1], else any of the four. */
  | { readonly kind: 'directional'; readonly direction: ActionName; readonly strength: number }
  /** A tier as in D4RL (Fu et al. 2020), or the Crossing Paths mixture. */
  | {
      readonly kind:
        | 'random'
        | 'medium'
        | 'medium-replay'
        | 'medium-expert'
        | 'expert'
        | 'crossing-paths';
    }
  | PaintedSpec
  /** Several behaviours that share the episodes by their weights. */
  | { readonly kind: 'mixture'; readonly parts: readonly WeightedSpec[] };

/**
 * The behaviour of a spec in a world (docs/contract.md#data). `size` and `seed` are those of the
 * dataset to be collected; only medium-replay, which is a recording, needs them here.
 *
 * Throws BehaviorError on a number out of its range and where the world does not fit the kind,
 * RangeError on a size that no dataset can have.
 */
export function buildBehavior(
  mdp: Mdp,
  spec: BehaviorSpec,
  { size, seed }: { readonly size: number; readonly seed: number },
): Behavior {
  checkSize(size);
  switch (spec.kind) {
    case 'uniform':
    case 'random':
      return alone(spec.kind, uniformPolicy(mdp));
    case 'epsilon-greedy':
      checkShare('ε', spec.epsilon);
      return alone(`ε-greedy, ε = ${spec.epsilon}`, epsilonGreedyPolicy(mdp, spec.epsilon));
    case 'softmax':
      if (!(spec.temperature > 0 && Number.isFinite(spec.temperature))) {
        throw new BehaviorError(
          `The temperature of a softmax behaviour must be a number above 0, not ${spec.temperature}.`,
        );
      }
      return alone(
        `softmax, T = ${spec.temperature}`,
        softmaxPolicy(optimalValues(mdp).q, spec.temperature),
      );
    case 'directional':
      checkShare('The strength of a directional behaviour', spec.strength);
      if (!ACTIONS.includes(spec.direction)) {
        throw new BehaviorError(
          `A directional behaviour leans to one of ${ACTIONS.join(', ')}, not to «${spec.direction}».`,
        );
      }
      return alone(
        `${spec.direction}, ${spec.strength}`,
        directionalPolicy(mdp.states, spec.direction, spec.strength),
      );
    case 'medium':
      return alone('medium', mediumPolicy(mdp));
    case 'expert':
      return alone('expert', epsilonGreedyPolicy(mdp, 0));
    case 'medium-expert':
      return {
        components: [
          { label: 'medium', policy: mediumPolicy(mdp), share: 0.5 },
          { label: 'expert', policy: epsilonGreedyPolicy(mdp, 0), share: 0.5 },
        ],
      };
    case 'medium-replay':
      return learningReplay(mdp, { size, seed });
    case 'crossing-paths':
      return { components: crossingPaths(mdp) };
    case 'painted': {
      const { policy, painted, notes } = paintedPolicy(mdp, spec.cells);
      const label = `painted, ${painted} ${painted === 1 ? 'cell' : 'cells'}`;
      return { ...alone(label, policy), ...(notes.length > 0 ? { notes } : {}) };
    }
    case 'mixture':
      return mixed(spec.parts, (part) => buildBehavior(mdp, part.spec, { size, seed }));
  }
}

/** The components of all parts that have a weight, their shares normalised. */
function mixed(parts: readonly WeightedSpec[], build: (part: WeightedSpec) => Behavior): Behavior {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0 && Number.isFinite(total)) || parts.some(({ weight }) => weight < 0)) {
    throw new BehaviorError('A mixture needs a component with a weight above 0, and none below.');
  }
  const built = parts
    .map((part) => ({ part, share: part.weight / total }))
    .filter(({ share }) => share > 0)
    .map(({ part, share }) => ({ share, behavior: build(part) }));
  const notes = [...new Set(built.flatMap(({ behavior }) => behavior.notes ?? []))];
  return {
    components: built.flatMap(({ share, behavior }) =>
      behavior.components.map((component) => ({ ...component, share: share * component.share })),
    ),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function alone(label: string, policy: Policy): Behavior {
  const component: BehaviorComponent = { label, policy, share: 1 };
  return { components: [component] };
}

function checkShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new BehaviorError(`${what} must be a number from 0 to 1, not ${value}.`);
  }
}
