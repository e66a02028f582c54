import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../texts/languages';
import { speak } from '../../texts/speak';
import { PlaygroundContext } from '../basics/context';
import { scriptedPlayground } from '../state/testing';
import { ArticleText } from './ArticleText';
import { COMPONENTS } from './components';
import { type Section, sectionsIn } from './sections';

interface Properties {
  readonly children?: ReactNode;
  readonly [name: string]: unknown;
}

/** Elements that a translation has as often as the original; emphasis and paragraphs are its own. */
const COUNTED = ['h2', 'h3', 'ol', 'ul', 'li', 'table', 'tr', 'th', 'td', 'pre'];

/** Properties that are words, and so differ between languages. */
const WORDS = new Set(['children', 'title']);

/** The LaTeX of a typeset formula without the words in it. */
function formulaOf(html: string): string {
  const [, source = ''] =
    /<annotation encoding="application\/x-tex">(.*?)<\/annotation>/s.exec(html) ?? [];
  return source.replace(/\\text\{(?:[^{}]|\{[^{}]*\})*\}/g, '').replace(/\s+/g, '');
}

/** Everything of a section but its words, sorted: word order is a matter of the language. */
function skeletonOf({ Text }: Section): readonly string[] {
  const found: string[] = [];
  const noted = (name: string) =>
    function Noted({ children, ...given }: Properties) {
      const properties = Object.entries(given)
        .filter(([key]) => !WORDS.has(key))
        .map(([key, value]) => [key, key === 'html' ? formulaOf(String(value)) : value]);
      found.push(`${name} ${JSON.stringify(properties)}`);
      return <>{children}</>;
    };
  const code = ({ children }: Properties) => {
    found.push(`code ${String(children)}`);
    return null;
  };
  const names = [...Object.keys(COMPONENTS), ...COUNTED];
  const components = Object.fromEntries(names.map((name) => [name, noted(name)]));
  renderToStaticMarkup(createElement(Text, { components: { ...components, code } }));
  return found.sort();
}

const english = await sectionsIn('en');
const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en');

describe.each(others)('the article in «%s»', async (language) => {
  const sections = await sectionsIn(language);

  it.each(english.map((section, i) => [section.id, section, sections[i]] as const))(
    'has in “%s” the ids, components, values, formulas, links and code of English',
    (_, original, translation) => {
      const idsOf = ({ headings }: Section) => headings.map(({ depth, id }) => ({ depth, id }));
      expect(translation.id).toBe(original.id);
      expect(idsOf(translation)).toEqual(idsOf(original));
      expect(skeletonOf(translation)).toEqual(skeletonOf(original));
    },
  );
});

describe('a section that is not translated', () => {
  afterEach(() => speak('en'));

  it('is shown in English, says so, and is marked as English', async () => {
    await speak('de');
    const { playground } = scriptedPlayground();
    const [german] = await sectionsIn('de');
    const html = renderToStaticMarkup(
      <PlaygroundContext value={playground}>
        <ArticleText sections={[german, english[1]]} />
      </PlaygroundContext>,
    );
    const [first, second] = html.split('<section').slice(1);
    expect(first).not.toContain('lang=');
    expect(first).toContain('Das Offline-Problem');
    expect(second).toMatch(/^[^>]* lang="en"/);
    expect(second).toContain('<p lang="de"');
    expect(second).toContain('Dieser Abschnitt ist noch nicht übersetzt.');
    expect(second).toContain('Where the policy goes, the data is thin');
  });

  it('is none where all is read in English', () => {
    const { playground } = scriptedPlayground();
    const html = renderToStaticMarkup(
      <PlaygroundContext value={playground}>
        <ArticleText sections={english} />
      </PlaygroundContext>,
    );
    expect(html).not.toContain('lang=');
    expect(html).not.toContain('not translated yet');
  });
});
