import { expect, it, vi } from 'vitest';
import { collect } from '../../data/collect';
import { toCsv } from '../../data/csv';
import * as digests from '../../data/digest';
import { buildProblem } from '../../experiment/problem';
import { resolveSettings } from '../../experiment/settings/parse';
import { worldOf } from '../../experiment/settings/world';
import { buildMdp } from '../../mdp/mdp';
import { uniformPolicy } from '../../mdp/solve';
import { doJob } from './job';
import type { FilesReport } from './protocol';

vi.mock('../../data/digest', { spy: true });

it.each([
  ['its behaviour stated', (csv: string) => csv],
  [
    'its behaviour unknown',
    (csv: string) => csv.replace(/behavior_?[pP]robability/, 'something_else'),
  ],
])('freezes the rows of a file once on their way to the dataset, %s', async (_title, change) => {
  const { settings } = resolveSettings({ world: 'maze-umaze', 'data.size': 200 });
  const world = worldOf(settings);
  const mdp = buildMdp(world);
  const components = [{ label: 'uniform', policy: uniformPolicy(mdp), share: 1 }];
  const recorded = collect(mdp, { components }, { size: 200, seed: 3 });
  const csv = toCsv(mdp, recorded);
  const given = change(csv);
  vi.mocked(digests.digest).mockClear();

  const reports: FilesReport[] = [];
  const file = new File([given], 'walks.csv');
  await doJob({ type: 'import', file, world, acceptRewards: false }, (report) =>
    reports.push(report),
  );
  const end = reports.at(-1);
  if (end?.type !== 'imported' || end.read.here.preview === null) throw new Error('not imported');
  // To the page, and on to the worker that trains.
  const data = structuredClone(end.read.here.preview.data);
  expect(data.behaviorKnown).toBe(given === csv);
  const asked = resolveSettings({
    world: 'maze-umaze',
    'data.source': 'file',
    'data.file': data.hash,
  });
  const problem = buildProblem(asked.settings, new Map([[data.hash, data]]));
  expect(problem.source).toMatchObject({ kind: 'given', behaviorKnown: given === csv });
  expect(problem.dataset, 'not copied either').toBe(data.transitions);
  expect(digests.digest).toHaveBeenCalledOnce();
  if (given === csv) expect(problem.dataset.hash).toBe(recorded.hash);
});
