import { Popover, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { BACKEND_LABELS } from '../../engine/types';
import { training } from '../../texts/training';
import { useModel, usePlayground } from '../basics/context';
import { part } from '../part/part';
import { betterRung } from '../state/rungs';
import styles from './EngineBadge.module.css';

const EnginePanel = part(() => import('./EnginePanel'), { over: true });

/** Where the arithmetic runs and how fast; opens to say why, what was measured, and to pin another. */
export function EngineBadge() {
  const playground = usePlayground();
  const engine = useModel((model) => model.engine);
  const rate = useModel((model) => model.stepsPerSecond);
  const failed = useModel((model) => model.status === 'failed');
  const settings = useModel((model) => model.settings);
  const better = useStore(playground.rungs.store, (known) =>
    betterRung(known, settings, engine?.backend),
  );
  const [opened, setOpened] = useState<boolean | null>(null);
  const badge = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    // Mantine returns the focus only from panels that stood there, closed, before they opened.
    badge.current?.focus({ preventScroll: true });
  };
  const t = training();
  const name = engine ? BACKEND_LABELS[engine.backend] : failed ? t.noEngine : t.starting;
  return (
    <Popover
      width={360}
      position="bottom-end"
      withArrow
      trapFocus
      opened={opened ?? false}
      onChange={(next) => (next ? setOpened(true) : close())}
    >
      <Popover.Target>
        <UnstyledButton
          ref={badge}
          className={styles.badge}
          aria-label={better ? t.engineBetter(name, BACKEND_LABELS[better]) : t.engine(name)}
          onClick={() => setOpened(!opened)}
        >
          <strong translate="no">{name}</strong>
          <span className={styles.rate}>
            {rate === null ? (engine ? t.ready : '') : t.rate(rate)}
          </span>
          {better && <span className={styles.hint} aria-hidden="true" />}
        </UnstyledButton>
      </Popover.Target>
      {opened !== null && (
        <EnginePanel better={better} onReset={close} onGone={() => setOpened(null)} />
      )}
    </Popover>
  );
}
