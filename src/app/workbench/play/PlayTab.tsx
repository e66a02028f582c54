import { useEffect } from 'react';
import { pictures } from '../../../texts/pictures';
import { play } from '../../../texts/play';
import { Bench } from '../Bench';
import editing from '../editing.module.css';
import { EpisodeList } from './EpisodeList';
import { returnOf } from './episode';
import { episodeTable } from './episode-table';
import { episodesOf } from './game';
import { EpisodeButtons, Pad, ReplayBar } from './Pad';
import { PlayMap } from './PlayMap';
import styles from './play.module.css';
import { useReplay } from './replay';
import { useGame, useGameState } from './use-game';

/** The user in place of the agent: episodes played by hand, to be the dataset. */
export default function PlayTab() {
  const t = play();
  const game = useGame();
  const said = useGameState((state) => state.said);
  const current = useGameState((state) => state.current);
  const mdp = useGameState((state) => state.mdp);
  const episodes = useGameState((state) => state.episodes);
  const replaying = useReplay();
  const { replay } = replaying;
  useEffect(() => {
    // Who comes here can go at once; who has just finished an episode still sees it.
    if (game.state.current === null) game.begin();
  }, [game]);
  const own = episodesOf(episodes, mdp);
  const shown = replay && own.includes(replay.episode) ? replay : null;
  const episode = shown?.episode ?? current ?? own.at(-1) ?? null;
  const steps = shown?.at ?? episode?.actions.length ?? 0;
  return (
    <Bench
      toolbar={
        <div className={editing.toolbar}>
          {shown ? <ReplayBar replaying={replaying} /> : <EpisodeButtons />}
        </div>
      }
      map={(room) => <PlayMap room={room} episode={episode} steps={steps} />}
      foot={
        <div className={styles.foot}>
          <div className={styles.words}>
            <p role="status" aria-label={t.episode} className={styles.said}>
              {said}
            </p>
            <p className={styles.sum}>
              {current
                ? t.soFar(current.actions.length, mdp.horizon, returnOf(current))
                : episode?.end
                  ? t.ended(episode.end, returnOf(episode))
                  : t.none}
            </p>
          </div>
          {!shown && <Pad />}
        </div>
      }
      download={{
        of: 'episode',
        name: pictures().episode,
        table: () => episodeTable(mdp, episode, steps),
      }}
      toolsLabel={t.tools}
    >
      <EpisodeList onReplay={replaying.open} />
    </Bench>
  );
}
