import { ActionIcon, Button } from '@mantine/core';
import { Play, X } from 'lucide-react';
import { formatValue } from '../../../texts/format';
import { play } from '../../../texts/play';
import { useModel } from '../../basics/context';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import { type Episode, returnOf } from './episode';
import { episodesOf } from './game';
import styles from './play.module.css';
import { useGame, useGameState } from './use-game';

/** The recorded episodes of this map, and what is done with them. */
export function EpisodeList({ onReplay }: { readonly onReplay: (episode: Episode) => void }) {
  const t = play();
  const game = useGame();
  const all = useGameState(({ episodes }) => episodes);
  const mdp = useGameState((state) => state.mdp);
  const source = useModel((model) => model.problem?.source);
  const own = episodesOf(all, mdp);
  const others = all.length - own.length;
  const last = own.at(-1);
  return (
    <>
      <Group title={t.recorded}>
        {own.length === 0 ? (
          <p className={editing.hint}>{t.noneYet} </p>
        ) : (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t.number}</th>
                  <th scope="col">{t.steps}</th>
                  <th scope="col">{t.earned}</th>
                  <th scope="col">{t.end}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {own.map((episode, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place is all that names an episode
                  <tr key={index}>
                    <td>{index + 1}</td>
                    <td>{episode.actions.length}</td>
                    <td>{formatValue(returnOf(episode))}</td>
                    <td>{episode.end && t.ends[episode.end]}</td>
                    <td className={styles.icons}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        c="var(--ink)"
                        size={26}
                        aria-label={t.replayOf(index + 1)}
                        onClick={() => onReplay(episode)}
                      >
                        <Play size={14} />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        c="var(--ink)"
                        size={26}
                        aria-label={t.discardOf(index + 1)}
                        onClick={() => game.discard(episode)}
                      >
                        <X size={14} />
                      </ActionIcon>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className={editing.hint}>{t.discounted(mdp.gamma)}</p>
        <div className={editing.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            disabled={last === undefined}
            onClick={() => last && game.discard(last)}
          >
            {t.discardLast}
          </Button>
        </div>
        {others > 0 && (
          <p className={editing.hint}>
            {t.others(others)}{' '}
            <button type="button" className={editing.link} onClick={() => game.discardOthers()}>
              {t.discardOthers(others)}
            </button>
          </p>
        )}
      </Group>
      <Group title={t.asDataset}>
        <div className={editing.buttons}>
          <Button
            size="compact-sm"
            color="var(--ink)"
            disabled={own.length === 0}
            onClick={() => game.use()}
          >
            {t.use(own.length)}
          </Button>
        </div>
        <p className={editing.hint}>{t.empirical} </p>
        {source?.kind === 'given' && (
          <p role="status" className={editing.hint}>
            {t.inUse(source.label)}
          </p>
        )}
      </Group>
    </>
  );
}
