import { ActionIcon, Button } from '@mantine/core';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Pause,
  Play,
  StepBack,
  StepForward,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { ACTIONS } from '../../../mdp/types';
import { play } from '../../../texts/play';
import editing from '../editing.module.css';
import styles from './play.module.css';
import type { useReplay } from './replay';
import { useGame, useGameState } from './use-game';

const ICONS = [ArrowUp, ArrowRight, ArrowDown, ArrowLeft];

/** The four actions as buttons, for those without keys. */
export function Pad() {
  const game = useGame();
  const idle = useGameState(({ current }) => current === null);
  return (
    <section aria-label={play().act} className={styles.pad}>
      {ACTIONS.map((action, index) => {
        const Icon = ICONS[index];
        return (
          <button
            key={action}
            type="button"
            className={styles.act}
            data-action={action}
            aria-label={play().go[index]}
            aria-disabled={idle}
            onClick={() => game.act(index)}
          >
            <Icon size={22} aria-hidden="true" />
          </button>
        );
      })}
    </section>
  );
}

/** Over the map: the episode under way, begun, ended or forgotten. */
export function EpisodeButtons() {
  const t = play();
  const game = useGame();
  const idle = useGameState(({ current }) => current === null);
  const steps = useGameState(({ current }) => current?.actions.length ?? 0);
  return (
    <div className={editing.buttons}>
      <Button variant="default" size="compact-md" onClick={() => game.begin()}>
        {t.begin}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        disabled={steps === 0}
        onClick={() => game.stop()}
      >
        {t.stop}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        disabled={idle || steps === 0}
        onClick={() => game.discardCurrent()}
      >
        {t.discardCurrent}
      </Button>
    </div>
  );
}

/** Over the map while an episode is shown again. */
export function ReplayBar({ replaying }: { readonly replaying: ReturnType<typeof useReplay> }) {
  const t = play();
  const { replay, show, toggle, close } = replaying;
  if (replay === null) return null;
  const last = replay.episode.actions.length;
  const icon = (label: string, onClick: () => void, children: ReactNode) => (
    <ActionIcon variant="default" size={30} aria-label={label} onClick={onClick}>
      {children}
    </ActionIcon>
  );
  return (
    <section aria-label={t.replay} className={styles.replay}>
      {icon(t.stepBack, () => show(replay.at - 1), <StepBack size={15} />)}
      {icon(
        replay.playing ? t.pauseReplay : t.playReplay,
        toggle,
        replay.playing ? <Pause size={15} /> : <Play size={15} />,
      )}
      {icon(t.stepForward, () => show(replay.at + 1), <StepForward size={15} />)}
      <span className={styles.at}>{t.at(replay.at, last)} </span>
      <Button variant="default" size="compact-sm" onClick={close}>
        {t.closeReplay}
      </Button>
    </section>
  );
}
