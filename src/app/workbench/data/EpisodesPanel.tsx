import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Region } from '../../../data/edits';
import { EPISODE_ENDS, type Episodes, episodesThrough, orderOf } from '../../../data/episodes';
import { statesIn } from '../../../data/surgery';
import { data } from '../../../texts/data';
import { formatCount, formatValue } from '../../../texts/format';
import type { Scene } from '../../basics/context';
import { Group } from '../Bench';
import styles from './data.module.css';
import tables from './tables.module.css';
import { sayRegion } from './words';

/** Episodes on a page. */
const PAGE = 8;

const COLUMNS = ['number', 'return', 'length', 'end'] as const;
type Column = (typeof COLUMNS)[number];

interface EpisodesPanelProps {
  readonly scene: Scene;
  readonly episodes: Episodes;
  readonly region: Region | null;
  readonly chosen: number | null;
  readonly onChoose: (episode: number) => void;
}

/** The episodes, sorted, filtered by what is marked on the map, a page at a time. */
export const EpisodesPanel = memo(function EpisodesPanel(props: EpisodesPanelProps) {
  const t = data();
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
    <Group title={t.episodes}>
      <p className={styles.hint}>
        {region
          ? t.through(sayRegion(region), t.part(listed.length, episodes.count))
          : t.inAll(episodes.count)}
      </p>
      <div className={tables.rows} style={{ minHeight: 26 * (PAGE + 1) }}>
        <table className={tables.worth}>
          <caption className="visually-hidden">{t.episodesPage(shown + 1, pages)} </caption>
          <thead>
            <tr>
              {COLUMNS.map((id) => (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sort.by !== id ? undefined : sort.down ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    className={tables.sorter}
                    data-active={sort.by === id || undefined}
                    onClick={() => {
                      setSort({ by: id, down: sort.by === id ? !sort.down : id !== 'number' });
                      setPage(0);
                    }}
                  >
                    {t.columns[id]}
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
                    className={tables.link}
                    aria-label={t.showEpisode(episode + 1)}
                    aria-pressed={episode === chosen}
                    onClick={() => onChoose(episode)}
                  >
                    {formatCount(episode + 1)}
                  </button>
                </th>
                <td>{formatValue(episodes.returns[episode], 3)}</td>
                <td>{formatCount(episodes.lengths[episode])}</td>
                <td>{t.ends[EPISODE_ENDS[episodes.ends[episode]]]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={tables.pager}>
        <ActionIcon
          variant="default"
          size={26}
          aria-label={t.pageBefore}
          disabled={shown === 0}
          onClick={() => setPage(shown - 1)}
        >
          <ChevronLeft size={15} />
        </ActionIcon>
        <span className={styles.hint}>{t.pageOf(shown + 1, pages)} </span>
        <ActionIcon
          variant="default"
          size={26}
          aria-label={t.pageAfter}
          disabled={shown === pages - 1}
          onClick={() => setPage(shown + 1)}
        >
          <ChevronRight size={15} />
        </ActionIcon>
      </div>
    </Group>
  );
});
