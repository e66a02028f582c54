import { Switch } from '@mantine/core';
import { describe } from '../../experiment/settings/describe';
import { training } from '../../texts/training';
import { useModel, usePlayground } from '../basics/context';
import { settingName } from '../controls/edit-marks';
import { settingText } from '../controls/setting-text';
import { isOver } from '../state/ending';
import { staleIn } from '../state/stale';
import styles from './Stale.module.css';

/** What was turned since the numbers on show were made, and the click that makes them true again. */
export function Stale() {
  const t = training();
  const playground = usePlayground();
  const settings = useModel((model) => model.settings);
  const edits = useModel((model) => model.edits);
  const status = useModel((model) => model.status);
  const latest = useModel((model) => model.latest);
  const base = useModel((model) => model.base);
  const stale = staleIn({ ...playground.model, edits, status, latest, base }).filter(
    ({ key, before }) => settingText(key, before) !== settingText(key, settings),
  );
  if (stale.length === 0) return null;
  const changes = stale.map(({ key, before }) => ({
    name: settingName(key, settings),
    from: settingText(key, before),
    to: settingText(key, settings),
  }));
  return (
    <span className={styles.stale} role="status">
      {t.stale(changes)}{' '}
      <button type="button" className={styles.again} onClick={() => playground.again()}>
        {t.again(changes)}
      </button>
    </span>
  );
}

/** Whether every knob let go trains anew to the end, behind the picture that is there. */
export function KeepSwitch() {
  const playground = usePlayground();
  const keep = useModel(({ settings }) => settings.keep);
  const over = useModel((model) => isOver(model) || model.retraining);
  const { label, help } = describe('keep', playground.model.settings);
  if (!over && !keep) return null;
  return (
    <Switch
      size="xs"
      className={styles.keep}
      label={label}
      title={help}
      checked={keep}
      onChange={(event) => playground.change({ keep: event.currentTarget.checked })}
    />
  );
}
