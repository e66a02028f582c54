import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeze } from '../../../data/dataset';
import { fits, givenBehavior, givenNotes } from '../../../data/given';
import { buildMdp } from '../../../mdp/mdp';
import { WORLDS } from '../../../mdp/presets';
import type { Memory } from '../../state/rungs';
import { scriptedPlayground } from '../../state/testing';
import { begun, describeStep, type Episode, played, returnOf, rowsOf } from './episode';
import { episodesOf, Game } from './game';
import {
  bounded,
  MOST_EPISODES,
  MOST_STEPS,
  NOTHING_PLAYED,
  readPlayed,
  writePlayed,
} from './kept';

const world = { ...WORLDS[0], map: ['S..', '.#P', '..G'], slip: 0.2, horizon: 12, gamma: 0.9 };
const mdp = buildMdp(world);
const actions = fc.array(fc.nat(3), { maxLength: 40 });
const luck = fc.record({ seed: fc.nat(99), number: fc.nat(99) });

function playedBy(moves: readonly number[], with_: { seed: number; number: number }): Episode {
  return moves.reduce((episode, action) => played(mdp, episode, action, with_), begun(mdp, with_));
}

describe('an episode', () => {
  it('is one that the world could make, as a dataset and step by step', () => {
    fc.assert(
      fc.property(actions, luck, (moves, with_) => {
        const episode = playedBy(moves, with_);
        const steps = episode.actions.length;
        expect(steps).toBeLessThanOrEqual(12);
        expect(episode.path.length).toBe(steps + 1);
        const last = episode.path[steps];
        expect(mdp.terminal[last] === 1).toBe(episode.end === 'goal' || episode.end === 'pit');
        if (episode.end === 'horizon') expect(steps).toBe(12);
        if (episode.end === null) expect(steps).toBe(moves.length);
        if (steps === 0) return;
        const data = { ...GIVEN, transitions: freeze(mdp, rowsOf([episode, episode])) };
        expect(givenNotes(mdp, data)).toEqual([]);
      }),
    );
  });

  it('is the same again with the same luck and the same actions', () => {
    fc.assert(
      fc.property(actions, luck, (moves, with_) => {
        expect(playedBy(moves, with_)).toEqual(playedBy(moves, with_));
      }),
    );
  });

  it('slips as often as the world says', () => {
    let straight = 0;
    for (let number = 0; number < 2000; number++) {
      const episode = playedBy([1], { seed: 1, number });
      if (mdp.cells[episode.path[1]] === 1) straight += 1;
    }
    // Binomial with p = 0.8: standard deviation 18.
    expect(Math.abs(straight - 1600)).toBeLessThan(90);
  });

  it('earns its rewards, later ones discounted, and says each step', () => {
    const still = buildMdp({ ...world, slip: 0 });
    const with_ = { seed: 0, number: 0 };
    let episode = begun(still, with_);
    expect(describeStep(still, episode)).toBe('You start in row 1, column 1.');
    for (const action of [2, 2, 1, 1]) episode = played(still, episode, action, with_);
    expect(episode.end).toBe('goal');
    expect(returnOf(episode)).toBeCloseTo(0.9 ** 3);
    expect(describeStep(still, episode)).toBe(
      'Step 4: right, to row 3, column 3, earned 1; it reached the goal.',
    );
    expect(played(still, episode, 0, with_)).toBe(episode);
    const rows = rowsOf([episode, { ...episode, end: 'stopped' }]);
    expect([...rows.terminal]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
    expect([...rows.truncated]).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

const GIVEN = {
  hash: '',
  label: '',
  kind: 'played' as const,
  map: world.map,
  behaviorKnown: false,
};

describe('what is kept', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(actions, luck), { maxLength: 4 }), actions, (games, moves) => {
        const episodes = games
          .map(([some, with_]) => playedBy([...some, 0], with_))
          .map((episode) => ({ ...episode, end: episode.end ?? ('stopped' as const) }));
        const last = playedBy(moves, { seed: 3, number: 3 });
        const all = { count: 9, episodes, current: last.end === null ? last : null };
        expect(readPlayed(writePlayed(all))).toEqual(all);
      }),
    );
  });

  it('is nothing where the text is not ours, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readPlayed(text)).toEqual(NOTHING_PLAYED);
      }),
    );
    const good = writePlayed({ ...NOTHING_PLAYED, current: playedBy([1], { seed: 0, number: 0 }) });
    expect(readPlayed(good).current).not.toBeNull();
    expect(readPlayed(good.replace('"path":[0', '"path":[77')).current).toBeNull();
    expect(readPlayed(good.replace('S../', 'x../')).current).toBeNull();
  });

  it('is bounded, the oldest going first', () => {
    const one = { ...playedBy([2], { seed: 0, number: 0 }), end: 'stopped' as const };
    const many = Array.from({ length: MOST_EPISODES + 5 }, (_, gamma) => ({ ...one, gamma }));
    expect(bounded(many)).toEqual(many.slice(5));
    const long = { ...one, actions: new Array(MOST_STEPS).fill(0) };
    expect(bounded([one, long, one])).toEqual([one]);
    expect(bounded([one, long])).toEqual([long]);
  });
});

const SMALL = '#v=1&edition=2&world.map=S.G/.../...';

function opened(memory = memoryOf()) {
  const { playground } = scriptedPlayground(SMALL);
  return { playground, memory, game: new Game(playground, memory) };
}

function memoryOf(): Memory {
  const values = new Map<string, string>();
  return {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => void values.set(key, value),
    forget: (key) => void values.delete(key),
  };
}

describe('a game', () => {
  it('records episodes as they are played, and goes on after a reload', () => {
    const { game, memory } = opened();
    game.begin();
    game.act(1);
    const again = opened(memory).game;
    expect(again.state.current?.actions).toEqual([1]);
    again.act(1);
    expect(again.state.episodes.map(({ end }) => end)).toEqual(['goal']);
    again.act(1);
    expect(again.state.episodes.length).toBe(1);
    again.begin();
    again.act(2);
    again.begin();
    expect(again.state.episodes.map(({ end }) => end)).toEqual(['goal', 'stopped']);
    again.act(2);
    again.discardCurrent();
    expect(again.state.current?.actions).toEqual([]);
    again.discard(again.state.episodes[1]);
    expect(opened(memory).game.state.episodes.map(({ end }) => end)).toEqual(['goal']);
  });

  it('becomes the dataset, whose behaviour is what was played', () => {
    const { game, playground } = opened();
    game.begin();
    game.act(1);
    game.act(1);
    const data = game.use();
    expect(data).toMatchObject({ label: '1 played episode', kind: 'played' });
    expect(playground.model.settings).toMatchObject({
      'data.source': 'file',
      'data.file': data.hash,
    });
    expect(fits(game.state.mdp, data)).toBe(true);
    expect(givenBehavior(data).components[0].label).toContain('empirical');
    expect([...data.transitions.behaviorProbability]).toEqual([1, 1]);
  });

  it('keeps the episodes of another map, apart', () => {
    const { game, playground } = opened();
    game.begin();
    game.act(2);
    playground.change({ 'world.map': 'S.../...G/....' });
    expect(game.state.current).toBeNull();
    expect(game.state.episodes.length).toBe(1);
    expect(episodesOf(game.state.episodes, game.state.mdp)).toEqual([]);
    playground.change({ 'world.map': 'S.G/.../...' });
    expect(episodesOf(game.state.episodes, game.state.mdp).length).toBe(1);
    playground.change({ 'world.map': 'S.../...G/....' });
    game.discardOthers();
    expect(game.state.episodes).toEqual([]);
  });
});
