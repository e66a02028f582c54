import fc from 'fast-check';
import { micromark } from 'micromark';
import { expect, it } from 'vitest';
import { problemArchive } from '../archive';
import { buildProblem, problemView } from '../problem';
import { resolveSettings } from '../settings/parse';
import { toNotebook } from './notebook';

const { settings } = resolveSettings({ 'data.size': 60 });
const problem = problemView(buildProblem(settings), 'test');

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
}

/** The first paragraph after the title, as a reader of Markdown makes it. */
async function introducing(label: string): Promise<string> {
  const source = { kind: 'given', label } as unknown as typeof problem.source;
  const archive = problemArchive({ ...problem, source }, settings);
  const bytes = await toNotebook(archive, settings, async () => undefined);
  const notebook = JSON.parse(new TextDecoder().decode(bytes)) as Notebook;
  const html = micromark(notebook.cells[0].source.join(''), { allowDangerousHtml: true });
  return /<p>(World .*?)<\/p>/s.exec(html)?.[1] ?? '';
}

/** Text as it stands in HTML. */
const inHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

it('says the name of a file as it is, whatever Markdown or markup would make of it', async () => {
  const hostile = [
    '<img src=x onerror=alert(1)>.csv',
    '[click](javascript:alert(1)).csv',
    '![](https://elsewhere.example/x.png)',
    '**bold** _thin_ `code` ~~gone~~ # title',
    '&lt;b&gt; &amp; \\*',
    '| a | b |',
  ];
  for (const label of hostile)
    expect(await introducing(label)).toContain(`behaviour “${inHtml(label)}”, dataset`);
});

it('does so for any signs', async () => {
  const sign = fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ aB9');
  const label = fc
    .string({ unit: sign, minLength: 1, maxLength: 24 })
    .filter((text) => text === text.trim());
  await fc.assert(
    fc.asyncProperty(label, async (text) => {
      expect((await introducing(text)).replace(/ +/g, ' ')).toContain(
        `behaviour “${inHtml(text).replace(/ +/g, ' ')}”, dataset`,
      );
    }),
    { numRuns: 20 },
  );
});
