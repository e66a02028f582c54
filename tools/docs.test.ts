import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

const withoutListings = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '');

/** What a reader of the guide adds. */
const EXAMPLE = /\/mellow\/|GoalRates|09-doors/;

function anchorsOf(file: string): readonly string[] {
  const headings = withoutListings(readFileSync(file, 'utf8')).matchAll(/^#{1,6} (.+)$/gm);
  return [...headings].map(([, heading]) => anchorOf(heading));
}

/** What is wrong with a place `file` or `file#anchor`; null where it is there. */
function missing(place: string): string | null {
  const [file, anchor] = place.split('#');
  if (!existsSync(file)) return `${place}: no such file`;
  if (anchor === undefined || anchorsOf(file).includes(anchor)) return null;
  return `${place}: no such heading`;
}

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));

const PAPERS = [...filesIn('docs', /\.md$/), ...filesIn('.', /^[^/]*\.md$/)];

describe('what comments name', () => {
  const named = ['src', 'tools', 'e2e'].flatMap((folder) =>
    filesIn(folder, /\.(tsx?|mjs|py|css|mdx)$/).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bdocs\/[\w-]+\.md(?:#[\w-]+)?/g)].map(
        ([place]) => ({ file, place }),
      ),
    ),
  );

  it('is there', () => {
    expect(named.length).toBeGreaterThan(30);
    const faults = named.flatMap(({ file, place }) => {
      const fault = missing(place);
      return fault === null ? [] : [`${file} names ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});

describe('the papers', () => {
  it.each(PAPERS)('%s links to what there is', (paper) => {
    const prose = withoutListings(readFileSync(paper, 'utf8')).replace(/`[^`]*`/g, '');
    const links = prose.matchAll(/\]\(([^)\s]+)\)/g);
    const faults = [...links].flatMap(([, to]) => {
      if (/^[a-z]+:/.test(to)) return [];
      const place = to.startsWith('#') ? `${paper}${to}` : normalize(join(dirname(paper), to));
      return missing(place) ?? [];
    });
    expect(faults).toEqual([]);
  });

  it.each(PAPERS)('%s names files that exist', (paper) => {
    const names = readFileSync(paper, 'utf8').matchAll(
      /`((?:src|tools|docs|e2e|public|\.github)\/[\w./-]+\.\w+)`/g,
    );
    const gone = [...names]
      .map(([, file]) => file)
      .filter((file) => !EXAMPLE.test(file) && !existsSync(file));
    expect(gone).toEqual([]);
  });

  it.each(PAPERS)('%s names scripts that there are', (paper) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = readFileSync(paper, 'utf8').matchAll(/\bnpm run (?:-s )?([\w:-]+)/g);
    const unknown = [...named].map(([, name]) => name).filter((name) => !(name in scripts));
    expect(unknown).toEqual([]);
  });
});
