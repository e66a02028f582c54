import { constantOf, type LossNode } from '../../engine/loss/graph';
import type { CompiledProgram } from '../language/compile';

/** Operations whose result is a plain number, whatever they are of. */
const PLAIN = new Set<LossNode['op']>([
  'exp',
  'log',
  'softmax',
  'logSoftmax',
  'residual',
  'less',
  'lessEqual',
  'argLargest',
  'anyOrAll',
]);

/**
 * Powers of the unit of value of nodes of a program that says nothing of units: rewards and what networks
 * say are values, what policies say and knobs are plain numbers, and a constant has any unit.
 */
function reader(isPolicy: (network: string) => boolean): (node: LossNode) => number {
  const known = new Map<LossNode, number>();
  const widest = (nodes: readonly LossNode[]) =>
    Math.max(0, ...nodes.filter((node) => constantOf(node) === null).map(of));
  const read = ({ op, leaf, args }: LossNode): number => {
    if (leaf?.op === 'output') return isPolicy(leaf.network) ? 0 : 1;
    if (leaf !== null) return leaf.op === 'reward' ? 1 : 0;
    if (PLAIN.has(op)) return 0;
    switch (op) {
      case 'square':
        return 2 * of(args[0]);
      case 'multiply':
        return of(args[0]) + of(args[1]);
      case 'divide':
        return of(args[0]) - of(args[1]);
      case 'select':
        return widest(args.slice(1));
      case 'softmaxMean':
        return of(args[1]);
      case 'pick':
        return of(args[0]);
      default:
        return widest(args);
    }
  };
  function of(node: LossNode): number {
    const found = known.get(node) ?? read(node);
    known.set(node, found);
    return found;
  }
  return of;
}

/** Powers of the unit of value of the definitions, terms and networks of a program, by name. */
export function dimensionsOf(
  { networks, loss, definitions }: CompiledProgram,
  workingName: (definition: string) => string,
): Readonly<Record<string, number>> {
  const policies = new Set(networks.flatMap(({ name, policy }) => (policy ? [name] : [])));
  const of = reader((network) => policies.has(network));
  const found: Record<string, number> = {};
  for (const { name, policy } of networks) found[name] = policy ? 0 : 1;
  for (const [name, node] of definitions) found[workingName(name)] = of(node);
  for (const { name, means } of loss.terms) {
    found[name] = Math.max(0, ...means.map(({ value }) => of(value)));
  }
  found.total = Math.max(0, ...loss.total.map(({ value }) => of(value)));
  return found;
}
