import { printTorch } from '../../learners/language/torch';
import { LEARNER_KINDS } from '../../learners/types';
import type { Instance } from '../assemble';

const found = import.meta.glob<string>('../../learners/*/d3rlpy.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the learners add to the cell that trains with d3rlpy, in their order; not every one is in it. */
export const D3RLPY_PARTS: readonly string[] = LEARNER_KINDS.flatMap(
  (kind) => found[`../../learners/${kind}/d3rlpy.py`] ?? [],
);

/** The losses of some learners in PyTorch; those that differ in nothing but numbers share one. */
export function torchParts(instances: readonly Instance[]): readonly string[] {
  const alike = new Map<string, Instance[]>();
  for (const one of instances) {
    const { kind, definition, settings } = one;
    const { source } = definition.program;
    const { readout } = definition.reading(settings);
    const key = JSON.stringify([kind, source, definition.variant(settings), readout]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].map(([first, ...others]) => {
    const { definition, settings } = first;
    const ids = [first, ...others].map(({ id }) => id);
    const { program, names, variant, reading } = definition;
    return printTorch({
      program,
      names,
      settings: reading(settings),
      variant: variant(settings),
      instances: ids,
    });
  });
}
