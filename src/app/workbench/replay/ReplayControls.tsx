import { ActionIcon, SegmentedControl, Slider, Tooltip } from '@mantine/core';
import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { workbench } from '../../../texts/workbench';
import styles from './replay.module.css';
import { PACES, type Player } from './use-player';

/** Play, pause, step and scrub. */
export function ReplayControls({ player }: { readonly player: Player }) {
  const t = workbench().replay;
  const { at, steps, playing } = player;
  const step = Math.floor(at);
  const buttons = [
    { label: t.toBeginning, Icon: SkipBack, onClick: () => player.seek(0) },
    { label: t.back, Icon: StepBack, onClick: () => player.seek(Math.ceil(at) - 1) },
    playing
      ? { label: t.pause, Icon: Pause, onClick: player.pause }
      : { label: t.play, Icon: Play, onClick: player.play },
    { label: t.on, Icon: StepForward, onClick: () => player.seek(step + 1) },
  ];
  return (
    <div className={styles.replay}>
      <div className={styles.buttons}>
        {buttons.map(({ label, Icon, onClick }, place) => (
          // By place: playing and pausing are one button, which keeps the focus.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Tooltip key={place} label={label}>
            <ActionIcon variant="default" size={30} aria-label={label} onClick={onClick}>
              <Icon size={15} />
            </ActionIcon>
          </Tooltip>
        ))}
        <span className={styles.step}>{t.at(step, steps)} </span>
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          className={styles.pace}
          aria-label={t.pace}
          value={String(player.pace)}
          onChange={(pace) => player.setPace(Number(pace))}
          data={PACES.map((pace) => ({ value: String(pace), label: t.perSecond(pace) }))}
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
        onChange={player.seek}
      />
    </div>
  );
}
