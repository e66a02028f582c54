import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialModel, type Model } from './model';
import { defaultSettings } from './testing';
import {
  type AddressBar,
  type HashChange,
  readLink,
  shareMoment,
  shareUrl,
  syncUrl,
} from './url-sync';

/** An address bar that behaves: a change by hand tells its listeners, a replacement does not. */
function addressBar(hash = '') {
  const listeners = new Set<(change: HashChange) => void>();
  const location = { hash };
  const written: string[] = [];
  const bar: AddressBar = {
    location,
    history: {
      replaceState(_data, _unused, url) {
        location.hash = url;
        written.push(url);
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  return {
    bar,
    written,
    listeners,
    /** Changes the hash by hand; `meanwhile` is done before the listeners are told. */
    type(text: string, meanwhile = () => {}) {
      location.hash = text;
      meanwhile();
      for (const listener of listeners) listener({ newURL: `https://offgrid.test/${text}` });
    },
  };
}

describe('the address and the page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const store = () => createStore<Model>(() => initialModel(defaultSettings(), [], 'run-1'));

  it('writes changes once they come to rest', () => {
    const model = store();
    const { bar, written } = addressBar();
    syncUrl(model, () => {}, bar);
    for (const alpha of [0.1, 0.2, 0.5])
      model.setState({ base: { ...defaultSettings(), 'cql.alpha': alpha } });
    vi.runAllTimers();
    expect(written).toEqual(['#v=1&edition=2&scenario=extrapolation&cql.alpha=0.5']);
  });

  it('writes the edits of the run', () => {
    const model = store();
    const { bar, written } = addressBar();
    syncUrl(model, () => {}, bar);
    model.setState({ edits: [{ step: 1200, key: 'cql.alpha', value: 0.5 }] });
    vi.runAllTimers();
    expect(written.at(-1)).toContain('edits=1200:cql.alpha:0.5');
  });

  it('leaves the address alone while only the run moves', () => {
    const model = store();
    const { bar, written } = addressBar();
    syncUrl(model, () => {}, bar);
    vi.runAllTimers();
    const before = written.length;
    model.setState({ step: 500 });
    vi.runAllTimers();
    expect(written).toHaveLength(before);
  });

  it('opens what the user types at the very moment at which a change is written', () => {
    const model = store();
    const opened: string[] = [];
    const { bar, type } = addressBar();
    syncUrl(model, (hash) => opened.push(hash), bar);
    model.setState({ base: { ...defaultSettings(), 'cql.alpha': 0.5 } });
    type('#v=1&edition=2&train.seed=3', () => vi.runAllTimers());
    expect(opened).toEqual(['#v=1&edition=2&train.seed=3']);
  });

  it('opens what the user types, but not what it wrote itself', () => {
    const model = store();
    const opened: string[] = [];
    const { bar, type } = addressBar();
    syncUrl(model, (hash) => opened.push(hash), bar);
    vi.runAllTimers();
    type(bar.location.hash);
    type('#v=1&edition=2&train.seed=3');
    expect(opened).toEqual(['#v=1&edition=2&train.seed=3']);
  });

  it('writes a link that was refused back as what holds', () => {
    const model = store();
    const { bar, type } = addressBar();
    syncUrl(model, () => {}, bar);
    type('#rubbish');
    vi.runAllTimers();
    expect(bar.location.hash).toBe('#v=1&edition=2&scenario=extrapolation');
  });

  it('ends when it is told to', () => {
    const model = store();
    const { bar, written, listeners } = addressBar();
    syncUrl(model, () => {}, bar)();
    model.setState({ base: { ...defaultSettings(), 'cql.alpha': 1 } });
    vi.runAllTimers();
    expect(written).toEqual([]);
    expect(listeners.size).toBe(0);
  });

  it('shares the address without what stood behind the hash before', () => {
    expect(shareUrl(store().getState(), 'https://example.org/offgrid/#old')).toBe(
      'https://example.org/offgrid/#v=1&edition=2&scenario=extrapolation',
    );
  });
});

describe('a shared moment', () => {
  it('carries the step and the prediction', () => {
    const model = initialModel(defaultSettings(), [], 'run-1');
    const later: Model = {
      ...model,
      step: 1050,
      prediction: { stage: 'answered', chosen: ['cql'] },
    };
    const address = shareMoment(later, 'https://example.org/offgrid/');
    expect(address).toBe(
      'https://example.org/offgrid/#v=1&edition=2&scenario=extrapolation&at=1050&guess=cql',
    );
    expect(readLink(new URL(address).hash)).toEqual({
      link: {
        settings: defaultSettings(),
        edits: [],
        moment: { at: 1050, guess: ['cql'] },
      },
      notices: [],
    });
  });
});

describe('a link opened over a page in use', () => {
  it.each(['#%E0%A4%A', '#hello', '#v=1&edition=2&nonsense=4', '#v=1&edition=2&cql.alpha=banana'])(
    'is refused: %s',
    (hash) => {
      const { link, notices } = readLink(hash);
      expect(link).toBeNull();
      expect(notices[0].message).toContain('your settings are kept');
    },
  );

  it.each([
    '',
    '#v=1&edition=2&scenario=extrapolation',
    '#v=1&edition=2&scenario=extrapolation&foo=1',
    '#v=1&edition=2&cql.alpha=99',
  ])('is opened: %s', (hash) => {
    expect(readLink(hash).link).not.toBeNull();
  });

  it('is read where it is of another edition and says only what is so anyway', () => {
    for (const hash of ['#v=1&cql.alpha=1', '#v=1&data.size=800', '#cql.alpha=1']) {
      const { link, notices } = readLink(hash);
      expect(link).not.toBeNull();
      expect(notices.map(({ key }) => key)).toEqual(['edition']);
    }
  });

  it('is refused for its own fault, not for its edition', () => {
    const { link, notices } = readLink('#v=1&cql.omega=3');
    expect(link).toBeNull();
    expect(notices).toHaveLength(1);
    expect(notices[0].message).toMatch(/First fault: .*cql\.omega/);
  });
});
