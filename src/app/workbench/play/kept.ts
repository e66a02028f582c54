import * as v from 'valibot';
import { mapFaults } from '../../../mdp/world';
import type { Episode } from './episode';

/** Everything played on this device. */
export interface Played {
  /** Episodes begun so far, discarded ones too: no luck comes twice. */
  readonly count: number;
  /** Ended episodes of any map, in their order. */
  readonly episodes: readonly Episode[];
  /** The episode that goes on, null for none. */
  readonly current: Episode | null;
}

/** Episodes kept at most; of more the oldest go. */
export const MOST_EPISODES = 500;

/** Steps kept at most in all of them together, some 300 kB. */
export const MOST_STEPS = 40_000;

export const NOTHING_PLAYED: Played = { count: 0, episodes: [], current: null };

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const episode = v.object({
  map: whole,
  gamma: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  path: v.array(whole),
  actions: v.array(v.pipe(whole, v.maxValue(3))),
  rewards: v.array(v.pipe(v.number(), v.finite())),
  end: v.nullable(v.picklist(['goal', 'pit', 'horizon', 'stopped'])),
});
const record = v.object({
  v: v.literal(1),
  count: whole,
  maps: v.array(v.pipe(v.string(), v.maxLength(4200))),
  episodes: v.array(episode),
  current: v.nullable(episode),
});

/** The latest episodes that there is room for. */
export function bounded(episodes: readonly Episode[]): readonly Episode[] {
  let steps = 0;
  let from = episodes.length;
  while (from > 0 && episodes.length - from < MOST_EPISODES) {
    steps += episodes[from - 1].actions.length;
    if (steps > MOST_STEPS && from < episodes.length) break;
    from -= 1;
  }
  return episodes.slice(from);
}

/** As a text to be kept; every map is written once. */
export function writePlayed({ count, episodes, current }: Played): string {
  const all = current ? [...episodes, current] : episodes;
  const maps = [...new Set(all.map(({ map }) => map))];
  const plain = (one: Episode) => ({ ...one, map: maps.indexOf(one.map) });
  return JSON.stringify({
    v: 1,
    count,
    maps,
    episodes: episodes.map(plain),
    current: current && plain(current),
  });
}

/** States of a map, 0 where it is none. */
function statesOf(map: string | undefined): number {
  if (map === undefined || mapFaults(map.split('/')).length > 0) return 0;
  return map.replaceAll('/', '').replaceAll('#', '').length;
}

/** What was kept; nothing where the text is not ours. Episodes that are none are left out. Never throws. */
export function readPlayed(text: string | null): Played {
  if (text === null) return NOTHING_PLAYED;
  try {
    const { success, output } = v.safeParse(record, JSON.parse(text));
    if (!success) return NOTHING_PLAYED;
    const states = output.maps.map(statesOf);
    const read = (one: v.InferOutput<typeof episode>): Episode[] => {
      const { path, actions, rewards } = one;
      const good =
        path.length === actions.length + 1 &&
        rewards.length === actions.length &&
        path.every((state) => state < (states[one.map] ?? 0));
      return good ? [{ ...one, map: output.maps[one.map] }] : [];
    };
    const current = (output.current && read(output.current)[0]) ?? null;
    const episodes = output.episodes
      .flatMap(read)
      .filter(({ end, actions }) => end !== null && actions.length > 0);
    return {
      count: output.count,
      episodes: bounded(episodes),
      current: current?.end === null ? current : null,
    };
  } catch {
    return NOTHING_PLAYED;
  }
}
