import { describe, expect, it } from 'vitest';
import { chooseLanguage, languageOf, localeOf } from './languages';

describe('choosing a language', () => {
  it('reads tags of any region and case', () => {
    expect(['de', 'de-CH', 'DE', 'en-US'].map(languageOf)).toEqual(['de', 'de', 'de', 'en']);
    expect(['fr', '', null, undefined, 'constructor'].map(languageOf)).toEqual(Array(5).fill(null));
  });

  it('takes the first tag that the page speaks, else English', () => {
    expect(chooseLanguage([null, 'fr', 'de-AT', 'en'])).toBe('de');
    expect(chooseLanguage(['xx', null, 'en-GB', 'de'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
  });

  it('writes numbers as in the reader’s own region of the language', () => {
    expect(localeOf('de', ['fr', 'de-CH', 'de-DE'])).toBe('de-CH');
    expect(localeOf('de', ['en-US', 'de'])).toBe('de-DE');
  });
});
