import { Popover, UnstyledButton } from '@mantine/core';
import { useModel } from '../context';
import { SettingControl } from '../controls/SettingControl';
import { formatCount } from '../map/format';
import styles from './EngineBadge.module.css';

const NAMES = { webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' } as const;
const SHORT = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

/** Where the arithmetic runs and how fast; opens to say why, and to pin another. */
export function EngineBadge() {
  const engine = useModel((model) => model.engine);
  const rate = useModel((model) => model.stepsPerSecond);
  const failed = useModel((model) => model.status === 'failed');
  const name = engine ? SHORT[engine.backend] : failed ? 'no engine' : 'starting …';
  return (
    <Popover width={300} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.badge} aria-label={`Engine: ${name}`}>
          <strong>{name}</strong>
          <span className={styles.rate}>
            {rate === null ? (engine ? 'ready' : '') : `${formatCount(rate)} steps/s`}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel}>
        {engine ? (
          <>
            <p>
              Trains in a worker on <strong>{NAMES[engine.backend]}</strong> (
              {engine.implementation} stack).
            </p>
            <p>{engine.reason}</p>
            {(engine.workers ?? 1) > 1 && <p>Seeds are spread over {engine.workers} workers.</p>}
          </>
        ) : (
          <p>The engine is being loaded; the world can be looked at meanwhile.</p>
        )}
        <SettingControl settingKey="backend" />
        <p className={styles.note}>Pinning another engine restarts the learners.</p>
      </Popover.Dropdown>
    </Popover>
  );
}
