import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { AUTO } from '../../learners/meta';
import { controls } from '../../texts/controls';
import { useModel } from '../basics/context';
import styles from './auto.module.css';
import { automaticOf } from './automatic';
import { NumberControl } from './NumberControl';
import {
  formatSetting,
  LOG_POSITIONS,
  type NumberDescription,
  snapped,
  valueAt,
} from './number-setting';

interface AutoNumberProps {
  readonly settingKey: string;
  /** Accessible name. */
  readonly name: string;
  readonly description: NumberDescription;
  readonly value: number | typeof AUTO;
  readonly onChange: (value: number | string) => void;
  /** Any CSS colour; ink by default. */
  readonly color?: string;
}

/** A number to begin with where none was ever said: the middle of what the control can reach. */
function middleOf(description: NumberDescription): number {
  const { min, max, scale } = description;
  return valueAt(scale === 'log' ? LOG_POSITIONS / 2 : (min + max) / 2, description);
}

/** A number that may be left to the machine: which of the two, what the machine takes, or the number's own control. */
export default function AutoNumber({
  settingKey,
  name,
  description,
  value,
  onChange,
  color,
}: AutoNumberProps) {
  const t = controls();
  const automatic = useModel((model) => automaticOf(settingKey, model));
  const auto = value === AUTO;
  const [last, setLast] = useState<number | null>(null);
  if (!auto && value !== last) setLast(value);
  const fix = () => {
    const { default: shipped } = description;
    const own = last ?? automatic ?? (shipped === AUTO ? middleOf(description) : shipped);
    onChange(snapped(own, description));
  };
  return (
    <>
      <div className={styles.automatic}>
        {auto && automatic !== null && <span>{formatSetting(automatic, description)}</span>}
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          className={styles.choice}
          aria-label={t.autoOrFixed(name)}
          data={[
            { value: AUTO, label: t.auto },
            { value: 'fixed', label: t.fixed },
          ]}
          value={auto ? AUTO : 'fixed'}
          onChange={(next) => (next === AUTO ? onChange(AUTO) : fix())}
        />
      </div>
      {!auto && (
        <div className={styles.fixed}>
          <NumberControl
            name={name}
            description={description}
            value={value}
            onChange={onChange}
            {...(color ? { color } : {})}
          />
        </div>
      )}
    </>
  );
}
