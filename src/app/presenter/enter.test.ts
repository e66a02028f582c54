import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../experiment/settings/link';
import { measured, scriptedPlayground } from '../state/testing';
import { actOf, enter } from './enter';
import type { Act, Shows } from './lecture';
import { Lectures } from './lectures';
import { takeLinked } from './take';

const LINK = '#v=1&edition=2&scenario=extrapolation';
const act = (link: string, shows: Shows = { kind: 'maps' }): Act => ({
  title: 'One',
  line: '',
  notes: [],
  link,
  shows,
});

/** A page whose run has come to a step, and waits there. */
async function pageAt(...steps: number[]) {
  const page = scriptedPlayground(LINK);
  const { runId } = page.playground.model;
  for (const step of steps) page.worker().say(measured(runId, step));
  page.worker().say({ type: 'state', runId, status: 'paused', step: steps.at(-1) ?? 0 });
  await page.delivered();
  return { ...page, runId };
}

describe('entering an act', () => {
  it('trains to the step of its link, at full speed, and says which act it is', () => {
    const { playground, worker } = scriptedPlayground('#v=1&edition=2');
    enter(playground, act('#v=1&edition=2&cql.alpha=0.3&at=450'), 2);
    const { settings } = playground.model;
    expect(settings).toMatchObject({ 'cql.alpha': 0.3, present: '2', speed: 'full' });
    expect(worker().last('configure')?.settings['cql.alpha']).toBe(0.3);
    expect(worker().last('run')?.until).toBe(450);
  });

  it('trains to the end where the link names no step, at the speed that it names', () => {
    const { playground, worker } = scriptedPlayground('#v=1&edition=2');
    enter(playground, act(`${LINK}&speed=fast`), 1);
    expect(playground.model.settings.speed).toBe('fast');
    expect(worker().last('run')).toMatchObject({ early: true });
  });

  it.each<Shows>([{ kind: 'words' }, { kind: 'world' }, { kind: 'guess' }, { kind: 'take-home' }])(
    'trains nothing for %o',
    (shows) => {
      const { playground, worker } = scriptedPlayground('#v=1&edition=2');
      enter(playground, act(`${LINK}&at=300`, shows), 1);
      expect(worker().last('run')).toBeUndefined();
    },
  );

  it('shows a step that the run is past, and trains nothing', async () => {
    const { playground, worker, runId } = await pageAt(0, 50, 100, 150);
    enter(playground, act(`${LINK}&layer=lie&at=100`), 3);
    expect(playground.model.runId).toBe(runId);
    expect(playground.model.shownStep).toBe(100);
    expect(playground.model.settings.layer).toBe('lie');
    expect(worker().last('run')).toBeUndefined();
    enter(playground, act(`${LINK}&at=200`), 4);
    expect(playground.model.runId).toBe(runId);
    expect(playground.model.shownStep).toBeNull();
    expect(worker().last('run')?.until).toBe(200);
  });

  it('keeps the engine that was chosen for this computer', () => {
    const { playground } = scriptedPlayground('#v=1&edition=2&backend=cpu');
    enter(playground, act(`${LINK}&at=50`), 1);
    expect(playground.model.settings.backend).toBe('cpu');
  });

  it('begins no lesson and no lecture that its link may name', () => {
    const { playground } = scriptedPlayground('#v=1&edition=2');
    enter(playground, act(`${LINK}&lesson=01-believing.2&present=9&lecture=x`), 1);
    expect(playground.model.settings).toMatchObject({ lesson: '', present: '1', lecture: '' });
  });
});

describe('a moment of the page', () => {
  it('is an act at the step that is shown, without what is around it', async () => {
    const { playground } = await pageAt(0, 50, 100);
    playground.change({ lesson: '01-believing.1', layer: 'lie' });
    playground.seek(50);
    const { link, shows } = actOf(playground.model);
    expect(link).toBe(`${LINK}&layer=lie&at=50`);
    expect(shows).toEqual({ kind: 'maps' });
    expect(decodeLink(link).notices).toEqual([]);
  });

  it('shows the data before anything is trained', () => {
    const { playground } = scriptedPlayground(LINK);
    expect(actOf(playground.model)).toEqual({ link: LINK, shows: { kind: 'world' } });
  });
});

describe('a link that brings a lecture', () => {
  it('that is none is said, and the one at hand stays', () => {
    const { playground } = scriptedPlayground(`${LINK}&present=1`);
    const lectures = new Lectures(playground.memory);
    lectures.add(act(LINK), 'Mine', 'en');
    takeLinked(playground, lectures, '{"not":"one"}');
    expect(lectures.store.getState().own?.title).toBe('Mine');
    expect(playground.model.settings.present).toBe('');
    expect(playground.model.notices.at(-1)?.message).toMatch(/no lecture of Offgrid/);
  });
});
