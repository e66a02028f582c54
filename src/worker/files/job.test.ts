import { describe, expect, it } from 'vitest';
import { collect } from '../../data/collect';
import { toCsv, toJson } from '../../data/csv';
import { EXPORT_FORMATS, type ExportFormat } from '../../data/export/formats';
import { FILE_LIMIT } from '../../data/import/types';
import { buildProblem, problemView } from '../../experiment/problem';
import { resolveSettings } from '../../experiment/settings/parse';
import { buildMdp } from '../../mdp/mdp';
import { worldById } from '../../mdp/presets';
import { uniformPolicy } from '../../mdp/solve';
import type { World } from '../../mdp/types';
import { EXPORTERS } from './formats';
import { doJob } from './job';
import type { FilesCommand, FilesReport } from './protocol';

const shipped = (id: string): World => {
  const found = worldById(id);
  if (!found) throw new Error(`There is no world “${id}”.`);
  const { map, slip, rewards, gamma, horizon } = found;
  return { map, slip, rewards, gamma, horizon };
};
const WORLD = shipped('four-rooms');

function collected(world: World, size = 200) {
  const mdp = buildMdp(world);
  const components = [{ label: 'uniform', policy: uniformPolicy(mdp), share: 1 }];
  return { mdp, data: collect(mdp, { components }, { size, seed: 3 }) };
}

/** Everything a job reports; its end alone, and what it hands over. */
async function done(command: FilesCommand) {
  const reports: FilesReport[] = [];
  const handed: Transferable[] = [];
  await doJob(command, (report, transfer) => {
    reports.push(report);
    handed.push(...transfer);
  });
  const ends = reports.filter(({ type }) => type !== 'progress');
  expect(ends).toHaveLength(1);
  expect(reports.at(-1)).toBe(ends[0]);
  // Handing a buffer over twice would throw.
  expect(new Set(handed).size).toBe(handed.length);
  const shares = reports.flatMap((report) => (report.type === 'progress' ? [report.share] : []));
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  return { end: ends[0], shares };
}

async function imported(content: BlobPart, world = WORLD, name = 'data.csv') {
  const file = new File([content], name);
  const { end, shares } = await done({ type: 'import', file, world, acceptRewards: false });
  if (end.type !== 'imported') throw new Error(`The job ended by ${JSON.stringify(end)}.`);
  return { ...end.read, shares };
}

describe('the worker that reads files', () => {
  it('offers the rows of a file as a given dataset, with what they are worth', async () => {
    const { mdp, data } = collected(WORLD, 20_000);
    const { here, other, format, shares } = await imported(toCsv(mdp, data));
    expect(format).toBe('csv');
    expect(other).toBeNull();
    expect(here.preview?.data).toMatchObject({
      hash: data.hash,
      label: 'data.csv',
      kind: 'imported',
      map: WORLD.map,
      behaviorKnown: true,
    });
    expect(here.preview?.counts).toEqual(data.counts.pairs);
    expect(here.preview?.episodes).toBe(data.episodes);
    expect(here.preview?.coverage.seenPairs).toBe(data.counts.pairs.filter((n) => n > 0).length);
    expect(here.preview?.inSupport).toBeLessThanOrEqual(here.preview?.optimal ?? 0);
    expect(shares.length).toBeGreaterThan(3);
    expect(structuredClone(here)).toEqual(here);
  });

  it('reads a file of another world under both, and knows its discount', async () => {
    const world = { ...shipped('cliff-walking'), gamma: 0.8 };
    const { mdp, data } = collected(world);
    const { other, here } = await imported(JSON.stringify(toJson(mdp, data)), WORLD, 'cliff.json');
    expect(other?.differences.length).toBeGreaterThan(0);
    expect(other?.world).toEqual(world);
    expect(other?.preview?.data).toMatchObject({ hash: data.hash, gamma: 0.8, map: world.map });
    expect(here.report.rows).toBe(200);
    expect(here.preview?.data.hash).not.toBe(data.hash);
  });

  it('gives a report and no rows for what is no dataset', async () => {
    const { here, format } = await imported(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), WORLD, 'a.png');
    expect(format).toBeNull();
    expect(here.preview).toBeNull();
    expect(here.report.summary).toContain('picture');
  });

  it('reads nothing of a file that is too large, or that is gone', async () => {
    const huge = { name: 'huge.csv', size: FILE_LIMIT * 5 } as File;
    const { end } = await done({ type: 'import', file: huge, world: WORLD, acceptRewards: false });
    expect(end).toMatchObject({ type: 'failed' });
    expect(JSON.stringify(end)).toMatch(/“huge.csv” has 320\u00a0MB.*at most 64\u00a0MB/);
    const gone = { name: 'gone.csv', size: 3, arrayBuffer: () => Promise.reject(new Error('no')) };
    const lost = await done({
      type: 'import',
      file: gone as unknown as File,
      world: WORLD,
      acceptRewards: false,
    });
    expect(JSON.stringify(lost.end)).toContain('Is it still there');
  });
});

describe('the worker that writes files', () => {
  const { settings } = resolveSettings({ 'data.size': 100 });
  const problem = problemView(buildProblem(settings), 'run-1');

  it('has an exporter for every format that is offered', () => {
    expect(Object.keys(EXPORTERS).sort()).toEqual(EXPORT_FORMATS.map(({ id }) => id).sort());
  });

  it.each(['csv', 'json'] satisfies ExportFormat[])(
    'writes %s that is read back as the same dataset',
    async (format) => {
      const { end } = await done({ type: 'export', format, source: { problem, settings } });
      if (end.type !== 'exported') throw new Error(JSON.stringify(end));
      expect(end.file.name).toBe(`offgrid-${problem.datasetHash}.${format}`);
      const { here, other } = await imported(end.file.bytes, problem.world);
      expect(here.preview?.data.hash).toBe(problem.datasetHash);
      expect(other).toBeNull();
    },
  );

  it('says why a file cannot be written', async () => {
    const broken = { ...problem, world: { ...problem.world, map: ['S'] } };
    const source = { problem: broken, settings };
    const { end } = await done({ type: 'export', format: 'csv', source });
    expect(end.type).toBe('failed');
  });
});
