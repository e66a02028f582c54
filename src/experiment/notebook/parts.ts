import { LEARNER_KINDS } from '../../learners/types';

const d3rlpy = import.meta.glob<string>('../../learners/*/d3rlpy.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const torch = import.meta.glob<string>('../../learners/*/torch.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The files of one name in the learners' folders, in the order of the learners; not every folder has one. */
function inOrder(name: string, found: Readonly<Record<string, string>>): readonly string[] {
  return LEARNER_KINDS.flatMap((kind) => found[`../../learners/${kind}/${name}.py`] ?? []);
}

/** What the learners add to the cells of the notebook that train, in Python. */
export const PARTS = { d3rlpy: inOrder('d3rlpy', d3rlpy), torch: inOrder('torch', torch) };
