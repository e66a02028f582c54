import { Slider } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { controls } from '../../texts/controls';
import { usePlayground } from '../basics/context';
import { keepsAtVerdict } from '../state/habits';
import styles from './controls.module.css';
import {
  formatSetting,
  hasSlider,
  LOG_POSITIONS,
  type NumberDescription,
  neighborValue,
  parseEntry,
  positionOf,
  valueAt,
} from './number-setting';

interface NumberControlProps {
  /** Accessible name. */
  readonly name: string;
  readonly description: NumberDescription;
  readonly value: number;
  readonly onChange: (value: number | string) => void;
  /** Any CSS colour; ink by default. */
  readonly color?: string;
}

/** The number itself, to be typed over; Enter or leaving it applies, Escape gives it up. */
export function NumberEntry({ name, description, value, onChange }: NumberControlProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const apply = () => {
    if (draft === null) return;
    setDraft(null);
    const typed = parseEntry(draft, description);
    if (typed === value) return;
    // What is no number goes on as it was typed: the settings say what is wrong with it.
    onChange(Number.isNaN(typed) ? draft : typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') apply();
    else if (event.key === 'Escape') setDraft(null);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setDraft(null);
      onChange(neighborValue(value, event.key === 'ArrowUp' ? 1 : -1, description));
    }
  };
  return (
    <input
      className={styles.entry}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={name}
      value={draft ?? formatSetting(value, description)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={onKeyDown}
    />
  );
}

/** A slider with its value to type over, or the value alone where a slider could not be aimed. */
export function NumberControl(props: NumberControlProps) {
  const { name, description, value, onChange, color = 'var(--ink)' } = props;
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const log = description.scale === 'log';
  const { settings } = usePlayground().model;
  // Where every value would be trained to its end, the one let go is.
  const live =
    description.scope === 'view' || (description.scope === 'live' && !keepsAtVerdict(settings));
  if (!hasSlider(description))
    return (
      <div className={styles.entryOnly}>
        <NumberEntry {...props} />
      </div>
    );
  return (
    <>
      <Slider
        className={styles.slider}
        size={3}
        thumbSize={14}
        color={color}
        label={null}
        thumbLabel={name}
        thumbValueText={formatSetting(shown, description)}
        min={log ? 0 : description.min}
        max={log ? LOG_POSITIONS : description.max}
        step={log ? 1 : description.step}
        value={positionOf(shown, description)}
        onChange={(position) => {
          const next = valueAt(position, description);
          setDragged(next);
          if (live && next !== value) onChange(next);
        }}
        onChangeEnd={(position) => {
          setDragged(null);
          const next = valueAt(position, description);
          if (next !== value) onChange(next);
        }}
      />
      <NumberEntry {...props} name={controls().value(name)} value={shown} />
    </>
  );
}
