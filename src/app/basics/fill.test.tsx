import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fill } from './fill';

describe('a text with elements in it', () => {
  it('puts parts where their names stand and hands them their words', () => {
    const html = renderToStaticMarkup(
      fill('Press {run}, then read {link: the article}.', {
        run: <b>Run</b>,
        link: (words) => <a href="#article">{words}</a>,
      }),
    );
    expect(html).toBe('Press <b>Run</b>, then read <a href="#article">the article</a>.');
  });

  it('leaves a text without braces alone', () => {
    expect(renderToStaticMarkup(fill('Nothing here.', {}))).toBe('Nothing here.');
  });

  it('names the part that a text wants and nobody gave', () => {
    expect(() => fill('Press {run}.', {})).toThrow('«run»');
  });
});
