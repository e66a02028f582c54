import { UnstyledButton } from '@mantine/core';
import { useStore } from 'zustand';
import { BACKEND_LABELS } from '../../engine/types';
import { training } from '../../texts/training';
import { useModel, usePlayground } from '../basics/context';
import { usePopup } from '../floats/use-popup';
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
  const { button, popup } = usePopup();
  const t = training();
  const name = engine ? BACKEND_LABELS[engine.backend] : failed ? t.noEngine : t.starting;
  return (
    <>
      <UnstyledButton
        {...button}
        className={styles.badge}
        aria-label={better ? t.engineBetter(name, BACKEND_LABELS[better]) : t.engine(name)}
      >
        <strong translate="no">{name}</strong>
        <span className={styles.rate}>
          {rate === null ? (engine ? t.ready : '') : t.rate(rate)}
        </span>
        {better && <span className={styles.hint} aria-hidden="true" />}
      </UnstyledButton>
      {popup && <EnginePanel better={better} {...popup} />}
    </>
  );
}
