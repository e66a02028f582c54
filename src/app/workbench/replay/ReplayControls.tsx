import { ActionIcon, SegmentedControl, Slider } from '@mantine/core';
import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { workbench } from '../../../texts/workbench';
import { hinted } from '../../floats/hint';
import { PACES, type Player } from './player';
import styles from './replay.module.css';

/** Play, pause, step and scrub. */
export const ReplayControls = memo(function ReplayControls({
  player,
}: {
  readonly player: Player;
}) {
  const t = workbench().replay;
  const { steps } = player;
  const step = useStore(player.store, ({ at }) => Math.floor(at));
  const playing = useStore(player.store, (state) => state.playing);
  const pace = useStore(player.store, (state) => state.pace);
  const buttons = [
    { label: t.toBeginning, Icon: SkipBack, onClick: () => player.seek(0) },
    { label: t.back, Icon: StepBack, onClick: () => player.back() },
    playing
      ? { label: t.pause, Icon: Pause, onClick: () => player.pause() }
      : { label: t.play, Icon: Play, onClick: () => player.play() },
    { label: t.on, Icon: StepForward, onClick: () => player.on() },
  ];
  return (
    <div className={styles.replay}>
      <div className={styles.buttons}>
        {buttons.map(({ label, Icon, onClick }, place) => (
          // By place: playing and pausing are one button, which keeps the focus.
          <ActionIcon
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={place}
            {...hinted(label)}
            variant="default"
            size={30}
            aria-label={label}
            onClick={onClick}
          >
            <Icon size={15} />
          </ActionIcon>
        ))}
        <span className={styles.step}>{t.at(step, steps)} </span>
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          className={styles.pace}
          aria-label={t.pace}
          value={String(pace)}
          onChange={(chosen) => player.setPace(Number(chosen))}
          data={PACES.map((each) => ({ value: String(each), label: t.perSecond(each) }))}
        />
      </div>
      <Slider
        size={3}
        thumbSize={14}
        color="var(--ink)"
        label={null}
        thumbLabel={t.slider}
        thumbValueText={t.at(step, steps)}
        min={0}
        max={steps}
        step={1}
        value={step}
        onChange={(next) => player.seek(next)}
      />
    </div>
  );
});
