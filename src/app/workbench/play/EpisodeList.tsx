import { ActionIcon, Button } from '@mantine/core';
import { Play, X } from 'lucide-react';
import { formatCount, formatValue } from '../../../texts/format';
import { useModel } from '../../context';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import { END_WORDS, type Episode, returnOf } from './episode';
import { episodesOf } from './game';
import styles from './play.module.css';
import { useGame, useGameState } from './use-game';

const named = (count: number) => `${formatCount(count)} ${count === 1 ? 'episode' : 'episodes'}`;

/** The recorded episodes of this map, and what is done with them. */
export function EpisodeList({ onReplay }: { readonly onReplay: (episode: Episode) => void }) {
  const game = useGame();
  const all = useGameState(({ episodes }) => episodes);
  const mdp = useGameState((state) => state.mdp);
  const source = useModel((model) => model.problem?.source);
  const own = episodesOf(all, mdp);
  const others = all.length - own.length;
  const last = own.at(-1);
  return (
    <>
      <Group title="Recorded episodes">
        {own.length === 0 ? (
          <p className={editing.hint}>
            None on this map yet. An episode is recorded when it ends or is stopped.
          </p>
        ) : (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">№</th>
                  <th scope="col">Steps</th>
                  <th scope="col">Return</th>
                  <th scope="col">End</th>
                  <th scope="col">
                    <span className="visually-hidden">Actions</span>
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
                    <td>{episode.end && END_WORDS[episode.end]}</td>
                    <td className={styles.icons}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        c="var(--ink)"
                        size={26}
                        aria-label={`Replay episode ${index + 1}`}
                        onClick={() => onReplay(episode)}
                      >
                        <Play size={14} />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        c="var(--ink)"
                        size={26}
                        aria-label={`Discard episode ${index + 1}`}
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
        <p className={editing.hint}>Returns are discounted, by γ = {mdp.gamma}.</p>
        <div className={editing.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            disabled={last === undefined}
            onClick={() => last && game.discard(last)}
          >
            Discard last
          </Button>
        </div>
        {others > 0 && (
          <p className={editing.hint}>
            {named(others)} of another map {others === 1 ? 'is' : 'are'} kept until that map comes
            back.{' '}
            <button type="button" className={editing.link} onClick={() => game.discardOthers()}>
              Discard {others === 1 ? 'it' : 'them'}
            </button>
          </p>
        )}
      </Group>
      <Group title="As the dataset">
        <div className={editing.buttons}>
          <Button
            size="compact-sm"
            color="var(--ink)"
            {...(own.length > 0 ? { c: 'var(--ink-on-ink)' } : {})}
            disabled={own.length === 0}
            onClick={() => game.use()}
          >
            Use {own.length === 1 ? 'this episode' : `these ${named(own.length)}`} as the dataset
          </Button>
        </div>
        <p className={editing.hint}>
          The behaviour policy π_β is then the empirical distribution of what you played:
          N(s,a)/N(s), uniform in cells that you never acted in.
        </p>
        {source?.kind === 'given' && (
          <p role="status" className={editing.hint}>
            The learners now train on “{source.label}”.
          </p>
        )}
      </Group>
    </>
  );
}
