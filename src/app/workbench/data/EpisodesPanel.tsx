import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Region } from '../../../data/edits';
import {
  EPISODE_ENDS,
  type EpisodeEnd,
  type Episodes,
  episodesThrough,
  orderOf,
} from '../../../data/episodes';
import { statesIn } from '../../../data/surgery';
import { formatCount, formatValue } from '../../../texts/format';
import type { Scene } from '../../context';
import { Group } from '../Bench';
import styles from './data.module.css';
import { sayPart, sayRegion } from './words';

/** Episodes on a page. */
const PAGE = 8;

const ENDS: Readonly<Record<EpisodeEnd, string>> = { goal: 'goal', pit: 'pit', cut: 'cut off' };

type Column = 'number' | 'return' | 'length' | 'end';

const COLUMNS: readonly { readonly id: Column; readonly label: string }[] = [
  { id: 'number', label: 'episode' },
  { id: 'return', label: 'return' },
  { id: 'length', label: 'steps' },
  { id: 'end', label: 'end' },
];

interface EpisodesPanelProps {
  readonly scene: Scene;
  readonly episodes: Episodes;
  readonly region: Region | null;
  readonly chosen: number | null;
  readonly onChoose: (episode: number) => void;
}

/** The episodes, sorted, filtered by what is marked on the map, a page at a time. */
export function EpisodesPanel(props: EpisodesPanelProps) {
  const { scene, episodes, region, chosen, onChoose } = props;
  const [sort, setSort] = useState<{ readonly by: Column; readonly down: boolean }>({
    by: 'return',
    down: true,
  });
  const [page, setPage] = useState(0);
  const order = useMemo(() => {
    const { count, returns, lengths, ends } = episodes;
    const number = Int32Array.from({ length: count }, (_, i) => i);
    const values = { number, return: returns, length: lengths, end: ends }[sort.by];
    return orderOf(values, sort.down);
  }, [episodes, sort]);
  const through = useMemo(
    () =>
      region &&
      episodesThrough(scene.problem.transitions, episodes, statesIn(scene.grid.mdp, region)),
    [scene, episodes, region],
  );
  const listed = useMemo(() => {
    if (through === null) return order;
    const marks = new Uint8Array(episodes.count);
    for (const episode of through) marks[episode] = 1;
    return order.filter((episode) => marks[episode] === 1);
  }, [order, through, episodes]);
  const pages = Math.max(1, Math.ceil(listed.length / PAGE));
  const shown = Math.min(page, pages - 1);
  const first = shown * PAGE;
  return (
    <Group title="Episodes">
      <p className={styles.hint}>
        {region
          ? `Through ${sayRegion(region)}: ${sayPart(listed.length, episodes.count)}.`
          : `${formatCount(episodes.count)} in all. Mark cells of the map to see those through them.`}
      </p>
      <div className={styles.rows} style={{ minHeight: 26 * (PAGE + 1) }}>
        <table className={styles.worth}>
          <caption className="visually-hidden">
            Episodes, page {shown + 1} of {pages}
          </caption>
          <thead>
            <tr>
              {COLUMNS.map(({ id, label }) => (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sort.by !== id ? undefined : sort.down ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    className={styles.sorter}
                    data-active={sort.by === id || undefined}
                    onClick={() => {
                      setSort({ by: id, down: sort.by === id ? !sort.down : id !== 'number' });
                      setPage(0);
                    }}
                  >
                    {label}
                    {sort.by === id &&
                      (sort.down ? <ChevronDown size={12} /> : <ChevronUp size={12} />)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...listed.subarray(first, first + PAGE)].map((episode) => (
              <tr key={episode} data-current={episode === chosen || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={`Show episode ${episode + 1}`}
                    aria-pressed={episode === chosen}
                    onClick={() => onChoose(episode)}
                  >
                    {formatCount(episode + 1)}
                  </button>
                </th>
                <td>{formatValue(episodes.returns[episode], 3)}</td>
                <td>{formatCount(episodes.lengths[episode])}</td>
                <td>{ENDS[EPISODE_ENDS[episodes.ends[episode]]]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.pager}>
        <ActionIcon
          variant="default"
          size={26}
          aria-label="The page before"
          disabled={shown === 0}
          onClick={() => setPage(shown - 1)}
        >
          <ChevronLeft size={15} />
        </ActionIcon>
        <span className={styles.hint}>
          page {formatCount(shown + 1)} of {formatCount(pages)}
        </span>
        <ActionIcon
          variant="default"
          size={26}
          aria-label="The page after"
          disabled={shown === pages - 1}
          onClick={() => setPage(shown + 1)}
        >
          <ChevronRight size={15} />
        </ActionIcon>
      </div>
    </Group>
  );
}
