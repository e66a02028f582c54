import { readdirSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../experiment/settings/change';
import { settingOf } from '../../experiment/settings/describe';
import { LANGUAGES, type Language } from '../../texts/languages';
import { PlaygroundContext } from '../basics/context';
import { defaultSettings, scriptedPlayground } from '../state/testing';
import { symbolOf } from '../symbols/symbols';
import { COMPONENTS } from './components';
import { settingsOf } from './live';
import { type Section, sectionsIn } from './sections';
import { anchorOf } from './travel';

/** The article as it is first drawn. Throws where a text names a symbol or component that there is not. */
function drawn(sections: readonly Section[]): string {
  const { playground } = scriptedPlayground();
  return sections
    .map(({ Text }) =>
      renderToStaticMarkup(
        <PlaygroundContext value={playground}>
          {createElement(Text, { components: COMPONENTS })}
        </PlaygroundContext>,
      ),
    )
    .join('\n');
}

describe.each(Object.keys(LANGUAGES) as Language[])('the article in «%s»', async (language) => {
  const sections = await sectionsIn(language);
  const html = drawn(sections);
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found);

  it('has its sections in the order of their files', () => {
    expect(sections.length).toBeGreaterThan(8);
    expect(sections[0].id).toBe('the-offline-problem');
    expect(sections.at(-1)?.id).toBe('references');
  });

  it('gives every heading an address of its own', () => {
    const ids = sections.flatMap(({ headings }) => headings.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(html).toContain(`id="${anchorOf(id)}"`);
  });

  it('names only symbols that the page has, each with a place and a value', () => {
    const keys = [...new Set(all(/data-symbol="([^"]*)"/g))];
    expect(keys.length).toBeGreaterThan(25);
    const { playground } = scriptedPlayground();
    for (const key of keys) {
      const symbol = symbolOf(key);
      expect(symbol, key).not.toBeNull();
      expect(symbol?.places.length, key).toBeGreaterThan(0);
      expect(symbol?.value(playground.model), key).toMatch(/\S/);
      expect(symbol?.meaning, key).toMatch(/\.$/);
    }
  });

  it('links to sections that there are, and to the web by https alone', () => {
    const links = all(/<a href="([^"]*)"/g);
    expect(links.length).toBeGreaterThan(20);
    const ids = new Set(sections.flatMap(({ headings }) => headings.map(({ id }) => id)));
    for (const link of links) {
      if (link.startsWith('?read=')) expect(ids).toContain(link.slice('?read='.length));
      else expect(new URL(link).protocol).toBe('https:');
    }
  });

  it('sets the playground only to what its settings allow', () => {
    const folder = `src/app/article/${language}`;
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
    const buttons = texts.flatMap((text) => [...text.matchAll(/<Try set="([^"]*)"/g)]);
    expect(buttons.length).toBeGreaterThan(0);
    for (const [, set] of buttons) {
      const { settings, notices } = changeSettings(defaultSettings(), settingsOf(set));
      expect(notices, set).toEqual([]);
      for (const [key, value] of Object.entries(settingsOf(set))) {
        expect(String(settingOf(settings, key)), `${key} of ${set}`).toBe(value);
      }
    }
  });

  it('shows the penalty as the worker runs it', () => {
    expect(html).toContain('penalty = mean[down − Q(s,a)]');
    expect(html).toContain('sketch: log Σ exp Q(s,ã)');
  });
});
