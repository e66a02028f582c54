import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenData } from '../../data/given';
import { archiveOver, type KeyValues } from './archive';
import { SHELF_LIMIT, Shelf, type ShelfEntry, withinLimit } from './shelf';
import { corridor, problemView, scriptedPlayground, valuesInMemory } from './testing';

/** A shelf whose clock goes on by one with every question, over values that outlive it. */
function stage(values: KeyValues = valuesInMemory()) {
  let now = 0;
  const visit = () =>
    new Shelf(async () =>
      archiveOver(values, () => {
        now += 1;
        return now;
      }),
    );
  return { values, visit };
}

const hashes = (shelf: Shelf) => shelf.store.getState().entries.map(({ hash }) => hash);

const refused: KeyValues = {
  get: () => Promise.reject(new Error('no')),
  set: () => Promise.reject(new Error('no')),
  remove: () => Promise.reject(new Error('no')),
  update: () => Promise.reject(new Error('no')),
};

describe('the shelf of given datasets', () => {
  it('keeps a dataset for the next visit, rows and all', async () => {
    const { visit } = stage();
    const data = corridor(3);
    expect(await visit().keep(data)).toEqual([]);
    const later = visit();
    expect(later.get(data.hash)).toBeUndefined();
    expect(await later.find(data.hash)).toEqual(data);
    expect(later.get(data.hash)).toEqual(data);
    expect(hashes(later)).toEqual([data.hash]);
    expect(await later.find('0123456789abcdef')).toBeUndefined();
  });

  it('names all that is kept, the latest used first, and forgets what is taken away', async () => {
    const { visit } = stage();
    const [first, second] = [corridor(1), corridor(2)];
    const shelf = visit();
    await shelf.keep(first);
    await shelf.keep(second);
    const later = visit();
    await later.refresh();
    expect(hashes(later)).toEqual([second.hash, first.hash]);
    await visit().find(first.hash);
    const last = visit();
    await last.refresh();
    expect(hashes(last)).toEqual([first.hash, second.hash]);
    await last.forget(first.hash);
    expect(hashes(last)).toEqual([second.hash]);
    expect(await visit().find(first.hash)).toBeUndefined();
  });

  it('names a dataset until the archive has forgotten it', async () => {
    const values = valuesInMemory();
    const { visit } = stage({
      ...values,
      // As a browser at work does, which a reload may interrupt.
      update: async (key, change) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await values.update(key, change);
      },
    });
    const data = corridor(3);
    await visit().keep(data);
    const shelf = visit();
    await shelf.refresh();
    const named: Promise<readonly string[]>[] = [];
    shelf.store.subscribe(() => {
      const later = visit();
      named.push(later.refresh().then(() => hashes(later)));
    });
    await shelf.forget(data.hash);
    expect(hashes(shelf)).toEqual([]);
    expect(await Promise.all(named)).toEqual([[]]);
  });

  it('holds datasets in memory where nothing can be stored, and says so', async () => {
    const { visit } = stage(refused);
    const shelf = visit();
    const data = corridor(2, 'mine.csv');
    expect((await shelf.keep(data)).join()).toMatch(/mine\.csv.*only until the page is closed/);
    expect(shelf.get(data.hash)).toBe(data);
    expect(hashes(shelf)).toEqual([data.hash]);
    await shelf.refresh();
    expect(hashes(shelf)).toEqual([data.hash]);
    expect(await visit().find(data.hash)).toBeUndefined();
    await shelf.forget(data.hash);
    expect(hashes(shelf)).toEqual([]);
  });

  it('takes what is stored for nothing unless its rows have the hash it is kept under', async () => {
    const data = corridor(2);
    const { transitions } = corridor(3);
    const strange = [
      'nonsense',
      null,
      { ...data, transitions: null },
      { ...data, transitions: { ...data.transitions, state: [9, 9] } },
      { ...data, transitions },
      { ...data, map: 7 },
    ];
    for (const stored of strange) {
      const { visit } = stage(valuesInMemory(new Map([[`data.${data.hash}`, stored]])));
      expect(await visit().find(data.hash)).toBeUndefined();
    }
  });

  it('is not led astray by an index that something else has written', async () => {
    const { visit } = stage(
      valuesInMemory(new Map<string, unknown>([['index', [{ hash: 1 }, 3]]])),
    );
    const shelf = visit();
    await shelf.refresh();
    expect(hashes(shelf)).toEqual([]);
    expect(await shelf.keep(corridor(1))).toEqual([]);
    expect(hashes(shelf)).toHaveLength(1);
  });

  it('drops the oldest where there are too many, and says which', async () => {
    const { visit, values } = stage();
    const shelf = visit();
    for (let rows = 1; rows <= SHELF_LIMIT.datasets; rows++) await shelf.keep(corridor(rows));
    const said = await shelf.keep(corridor(100, 'the last'));
    expect(said.join()).toMatch(/“1 rows”.*make room for “the last”/);
    expect(said).toHaveLength(1);
    expect(hashes(shelf)).toHaveLength(SHELF_LIMIT.datasets);
    expect(shelf.get(corridor(1).hash)).toBeUndefined();
    expect(await values.get(`data.${corridor(1).hash}`)).toBeUndefined();
  });

  it('keeps the newest that fit, in number and in rows', () => {
    const entry = fc.record({
      hash: fc.string(),
      label: fc.string(),
      kind: fc.constantFrom('imported' as const, 'played' as const),
      rows: fc.integer({ min: 1, max: 100_000 }),
      map: fc.constant(['SG']),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), (all: ShelfEntry[]) => {
        const { entries, dropped } = withinLimit(all);
        expect([...entries, ...dropped]).toEqual(all);
        const total = (some: readonly ShelfEntry[]) =>
          some.reduce((sum, { rows }) => sum + rows, 0);
        expect(entries.length).toBeGreaterThan(0);
        expect(entries.length).toBeLessThanOrEqual(SHELF_LIMIT.datasets);
        expect(total(entries)).toBeLessThanOrEqual(SHELF_LIMIT.rows);
        const [next] = dropped;
        if (next && entries.length < SHELF_LIMIT.datasets)
          expect(total(entries) + next.rows).toBeGreaterThan(SHELF_LIMIT.rows);
      }),
    );
  });
});

describe('given data in the playground', () => {
  const turns = () => new Promise((resolve) => setTimeout(resolve, 20));
  const linkTo = ({ hash }: GivenData) => `#v=1&edition=2&data.source=file&data.file=${hash}`;

  it('hands the worker the dataset that the settings name', () => {
    const { playground, worker } = scriptedPlayground();
    const data = corridor(4);
    playground.shelve(data);
    expect(playground.model.runId).toBe('run-1');
    playground.change({ 'data.source': 'file', 'data.file': data.hash });
    expect(worker().last('configure')?.given).toEqual(data);
    playground.change({ 'data.source': 'collected' });
    expect(worker().last('configure')?.given).toBeUndefined();
    worker().crash('out of memory');
    playground.change({ 'data.source': 'file' });
    expect(worker().last('configure')?.given).toEqual(data);
  });

  it('looks for the dataset of a link before the worker starts, and keeps what is asked meanwhile', async () => {
    const data = corridor(4);
    const { values, visit } = stage();
    await visit().keep(data);
    const { playground, worker } = scriptedPlayground(linkTo(data), values);
    playground.run(100);
    expect(worker().commands).toEqual([]);
    await turns();
    expect(worker().commands.map(({ type }) => type)).toEqual(['configure', 'run']);
    expect(worker().last('configure')?.given).toEqual(data);
  });

  it('collects where the dataset is nowhere, and begins anew when its file is opened', async () => {
    const data = corridor(4);
    const { playground, worker, delivered } = scriptedPlayground(linkTo(data));
    await turns();
    expect(worker().last('configure')).toMatchObject({ runId: 'run-1' });
    expect(worker().last('configure')?.given).toBeUndefined();
    worker().say({ type: 'problem', problem: problemView('run-1') });
    await delivered();
    playground.shelve(corridor(5));
    expect(playground.model.runId).toBe('run-1');
    playground.shelve(data);
    expect(worker().last('configure')).toMatchObject({ runId: 'run-2', given: data });
    playground.shelve(data);
    expect(playground.model.runId).toBe('run-2');
  });

  it('forgets a search that was overtaken by another run', async () => {
    const data = corridor(4);
    const { playground, worker } = scriptedPlayground(linkTo(data));
    playground.run(100);
    playground.change({ 'data.source': 'collected' });
    await turns();
    expect(worker().commands.map(({ type }) => type)).toEqual(['configure']);
    expect(worker().last('configure')?.runId).toBe('run-2');
  });

  it('says what cannot be kept', async () => {
    const { playground } = scriptedPlayground('', refused);
    playground.shelve(corridor(4, 'mine.csv'));
    await turns();
    expect(playground.model.notices.map(({ message }) => message).join()).toContain('mine.csv');
  });
});
