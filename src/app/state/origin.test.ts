import { describe, expect, it } from 'vitest';
import { VERSION } from '../../experiment/version';
import { browserOf, originOf, originText } from './origin';

describe('browserOf', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
      'Chromium 156',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.3537.85',
      'Edge 141.0.3537.85',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0.1 Safari/605.1.15',
      'Safari 26.0.1',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.96 Mobile/15E148 Safari/604.1',
      'Chrome/iOS 141.0.7390.96',
    ],
    ['Lynx/2.9', 'Lynx/2.9'],
  ])('%s', (userAgent, name) => {
    expect(browserOf(userAgent)).toBe(name);
  });
});

describe('originText', () => {
  it('names version, rung and browser', () => {
    const origin = originOf({ backend: 'wasm' }, 'X Firefox/153.0');
    expect(origin).toEqual({ offgrid: VERSION, rung: 'wasm', browser: 'Firefox 153' });
    expect(originText(origin)).toBe(`Offgrid ${VERSION}, WASM, Firefox 153`);
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('names no rung where none has trained', () => {
    expect(originText(originOf(null, 'X Firefox/153.0'))).toBe(`Offgrid ${VERSION}, Firefox 153`);
  });
});
