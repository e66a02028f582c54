import { describe, expect, it } from 'vitest';
import { scriptedPlayground } from './testing';

describe('the notices of links', () => {
  it('end: a thousand bad links in a row leave those of the last', () => {
    const { playground } = scriptedPlayground();
    for (let i = 0; i < 1000; i++) {
      playground.open(`#v=1&edition=2&scenario=nowhere-${i}&cql.omega=${i}`);
      playground.open(`#bad-${i}`);
      playground.open(`#v=1&edition=2&data.seed=${i}&iql.expectile=${7 + i}`);
    }
    const { notices } = playground.model;
    expect(notices).toHaveLength(1);
    expect(notices[0].message).toContain('1006');
  });

  it('end also where a script causes them', () => {
    const { playground } = scriptedPlayground();
    for (let i = 0; i < 1000; i++) playground.change({ 'iql.expectile': 7 + i });
    const { notices } = playground.model;
    expect(notices.length).toBeLessThanOrEqual(24);
    expect(notices.at(-1)?.message).toContain('1006');
    expect(notices.map(({ message }) => message).join('').length).toBeLessThan(10_000);
  });

  it('stay while a good link is opened that has none, but for those of links', () => {
    const { playground } = scriptedPlayground('#v=1&edition=2&cql.omega=1');
    playground.change({ 'iql.expectile': 7 });
    expect(playground.model.notices).toHaveLength(2);
    playground.open('#v=1&edition=2&data.seed=3');
    expect(playground.model.notices.map(({ key }) => key)).toEqual(['iql.expectile']);
  });
});

describe('the moment of a link', () => {
  it('is trained to at once where it is near', () => {
    const { playground, worker } = scriptedPlayground('#v=1&edition=2&at=1050');
    expect(worker().last('run')).toMatchObject({ until: 1050 });
    expect(playground.model.notices).toEqual([]);
  });

  it('is asked for where it is far, also in a link opened later', () => {
    for (const later of [false, true]) {
      const { playground, worker } = scriptedPlayground(later ? '' : '#v=1&edition=2&at=9999999');
      if (later) playground.open('#v=1&edition=2&at=9999999');
      expect(worker().last('run')).toBeUndefined();
      const [notice] = playground.model.notices;
      expect(notice.message).toContain('9,999,999');
      playground.accept(notice);
      expect(playground.model.notices).toEqual([]);
      expect(worker().last('run')).toMatchObject({ until: 9_999_999 });
    }
  });

  it('is not trained to where the question is dismissed', () => {
    const { playground, worker } = scriptedPlayground('#v=1&edition=2&at=500000');
    playground.dismiss(playground.model.notices[0].id);
    expect(worker().last('run')).toBeUndefined();
  });
});

it('a mended link opened over a page says so and is read', () => {
  const { playground } = scriptedPlayground();
  const said = playground.open('#/v=1&amp;edition=2&amp;scenario=cliff&amp;cql.alpha=0.5).');
  expect(playground.model.settings).toMatchObject({ scenario: 'cliff', 'cql.alpha': 0.5 });
  expect(said.map(({ message }) => message).join()).toMatch(/changed on its way/);
});
