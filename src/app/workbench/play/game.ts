import { createStore, type StoreApi } from 'zustand/vanilla';
import { type GivenData, givenData } from '../../../data/given';
import { worldOf } from '../../../experiment/settings/world';
import { buildMdp } from '../../../mdp/mdp';
import type { Mdp } from '../../../mdp/types';
import { onLanguage } from '../../../texts/current';
import { play } from '../../../texts/play';
import { perPlayground } from '../../state/per-playground';
import type { Playground } from '../../state/playground';
import type { Memory } from '../../state/rungs';
import { begun, describeStep, type Episode, type Luck, played, rowsOf } from './episode';
import { bounded, type Played, readPlayed, writePlayed } from './kept';

/** What the play tab shows. */
export interface GameState extends Played {
  readonly mdp: Mdp;
  /** What has just happened. */
  readonly said: string;
}

type PlaygroundPart = Pick<Playground, 'change' | 'model' | 'shelve' | 'store'>;

const KEY = 'offgrid.played';

/** The episodes of the map of a world. */
export function episodesOf(episodes: readonly Episode[], mdp: Mdp): readonly Episode[] {
  const map = mdp.world.map.join('/');
  return episodes.filter((episode) => episode.map === map);
}

/** The user in place of the agent, in the world of the playground; what is played is kept. */
export class Game {
  readonly store: StoreApi<GameState>;
  readonly #playground: PlaygroundPart;
  readonly #memory: Memory;

  constructor(playground: PlaygroundPart, memory: Memory) {
    this.#playground = playground;
    this.#memory = memory;
    const mdp = buildMdp(worldOf(playground.model.settings));
    this.store = createStore<GameState>(() => ({
      ...readPlayed(memory.read(KEY)),
      mdp,
      said: '',
    }));
    this.#settle();
    // What was said is a sentence of the language before.
    onLanguage(() => {
      const { current, mdp: world } = this.state;
      this.store.setState({ said: current === null ? '' : describeStep(world, current) });
    });
    playground.store.subscribe(({ settings }, { settings: before }) => {
      if (settings === before) return;
      const world = worldOf(settings);
      if (JSON.stringify(world) === JSON.stringify(this.state.mdp.world)) return;
      this.store.setState({ mdp: buildMdp(world) });
      this.#settle();
    });
  }

  get state(): GameState {
    return this.store.getState();
  }

  /** Takes an action in the episode under way; nothing where none is. */
  act(action: number): void {
    const { current, mdp, count } = this.state;
    if (current === null) return;
    const next = played(mdp, current, action, this.#luck(count - 1));
    const said = describeStep(mdp, next);
    if (next.end === null) this.#keep({ current: next, said });
    else this.#record(next, said);
  }

  /** A new episode; the one under way is kept as stopped where it has steps. */
  begin(): void {
    this.stop();
    this.#begin();
  }

  /** Ends the episode under way and keeps it, where it has steps. */
  stop(): void {
    const { current } = this.state;
    if (current === null || current.actions.length === 0) return;
    this.#record({ ...current, end: 'stopped' }, play().stopped);
  }

  /** Forgets the episode under way and begins another. */
  discardCurrent(): void {
    this.#begin();
    this.store.setState({ said: play().discardedCurrent });
  }

  /** Forgets a recorded episode. */
  discard(episode: Episode): void {
    const episodes = this.state.episodes.filter((other) => other !== episode);
    this.#keep({ episodes, said: play().discarded });
  }

  /** Forgets the episodes of other maps. */
  discardOthers(): void {
    const { episodes, mdp } = this.state;
    this.#keep({ episodes: episodesOf(episodes, mdp), said: play().discardedOthers });
  }

  /** Makes the recorded episodes of this map the dataset. */
  use(): GivenData {
    const { mdp } = this.state;
    const episodes = episodesOf(this.state.episodes, mdp);
    const data = givenData({
      kind: 'played',
      label: play().label(episodes.length),
      behaviorKnown: false,
      map: mdp.world.map,
      gamma: mdp.gamma,
      transitions: rowsOf(episodes),
    });
    this.#playground.shelve(data);
    this.#playground.change({ 'data.source': 'file', 'data.file': data.hash });
    return data;
  }

  #luck(number: number): Luck {
    return { seed: this.#playground.model.settings['data.seed'], number };
  }

  #begin(): void {
    const { mdp, count } = this.state;
    const current = begun(mdp, this.#luck(count));
    this.#keep({ current, count: count + 1, said: describeStep(mdp, current) });
  }

  #record(episode: Episode, said: string): void {
    this.#keep({ episodes: bounded([...this.state.episodes, episode]), current: null, said });
  }

  /** An episode goes on only in the world that it began in: its map and its discount. */
  #settle(): void {
    const { current, mdp } = this.state;
    const same = current?.map === mdp.world.map.join('/') && current.gamma === mdp.gamma;
    if (current === null || same) return;
    if (current.actions.length > 0) this.stop();
    this.#keep({ current: null, said: play().worldChanged });
  }

  #keep(patch: Partial<GameState>): void {
    this.store.setState(patch);
    this.#memory.write(KEY, writePlayed(this.state));
  }
}

/** The game of a playground: one as long as the page lives. */
export const gameOf = perPlayground(
  (playground: PlaygroundPart & { readonly memory: Memory }) =>
    new Game(playground, playground.memory),
);
