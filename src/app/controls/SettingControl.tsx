import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import { describe, settingOf } from '../../experiment/settings/describe';
import type { SettingValue } from '../../experiment/types';
import { AUTO, type SettingDescription } from '../../learners/meta';
import { controls } from '../../texts/controls';
import { useModel, usePlayground } from '../basics/context';
import { part } from '../part/part';
import styles from './controls.module.css';
import { HelpLabel } from './HelpLabel';
import { NumberControl } from './NumberControl';

/** Only few settings may be left to the machine, and none of them stands on the first screen. */
const AutoNumber = part(() => import('./AutoNumber'), { waiting: () => null });

interface SettingControlProps {
  /** Key of the settings: `data.size`, `cql.alpha`. */
  readonly settingKey: string;
  /** Any CSS colour of the slider; ink by default. */
  readonly color?: string;
  /** Label by its symbol alone. */
  readonly compact?: boolean;
  /** Before the label in the accessible name, where several controls have the same one: «CQL». */
  readonly owner?: string;
}

/** Choices up to this many characters in all stand side by side; longer ones open as a list. */
const SEGMENT_CHARACTERS = 27;
/** The same where there is room. */
const ROOMY_CHARACTERS = 36;

type ChoiceDescription = Extract<SettingDescription, { type: 'choice' }>;

/** One of several, side by side where there is room for it. */
export function ChoiceControl({
  name,
  description,
  value,
  roomy = false,
  onChange,
}: {
  readonly name: string;
  readonly description: ChoiceDescription;
  readonly value: string;
  /** There is room for somewhat more side by side than in a column of settings. */
  readonly roomy?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { options } = description;
  const data = options.map(({ value: option, label }) => ({ value: option, label }));
  const characters = options.reduce((sum, { label }) => sum + label.length, 0);
  if (characters <= (roomy ? ROOMY_CHARACTERS : SEGMENT_CHARACTERS))
    return (
      <SegmentedControl
        size="xs"
        withItemsBorders={false}
        className={styles.segments}
        aria-label={name}
        data={data}
        value={value}
        onChange={onChange}
      />
    );
  return (
    <NativeSelect
      size="xs"
      className={styles.select}
      aria-label={name}
      title={options.find((option) => option.value === value)?.help}
      data={data}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Control({
  settingKey,
  name,
  description,
  value,
  color,
  onChange,
}: {
  readonly settingKey: string;
  readonly name: string;
  readonly description: SettingDescription;
  readonly value: SettingValue;
  readonly color?: string;
  readonly onChange: (value: SettingValue) => void;
}) {
  switch (description.type) {
    case 'number':
      if (description.auto)
        return (
          <AutoNumber
            settingKey={settingKey}
            name={name}
            description={description}
            value={value === AUTO ? AUTO : Number(value)}
            onChange={onChange}
            {...(color ? { color } : {})}
          />
        );
      return (
        <NumberControl
          name={name}
          description={description}
          value={Number(value)}
          onChange={onChange}
          {...(color ? { color } : {})}
        />
      );
    case 'choice':
      return (
        <ChoiceControl
          name={name}
          description={description}
          value={String(value)}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Switch
          className={styles.switch}
          size="xs"
          color={color ?? 'var(--ink)'}
          aria-label={name}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'list':
      return (
        <TextEntry
          name={name}
          value={Array.isArray(value) ? value.join(', ') : ''}
          onChange={onChange}
        />
      );
    case 'text':
      return <TextEntry name={name} value={String(value)} onChange={onChange} />;
  }
}

/** A text applied on Enter or on leaving it. */
function TextEntry({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <input
      // Another value from outside replaces what stands in the field.
      key={value}
      className={styles.text}
      type="text"
      spellCheck={false}
      autoComplete="off"
      aria-label={name}
      defaultValue={value}
      onBlur={(event) => event.currentTarget.value !== value && onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

/** The control of one setting, drawn from its description: label with help, and what changes it. */
export function SettingControl({ settingKey, color, compact, owner }: SettingControlProps) {
  const playground = usePlayground();
  const value = useModel((model) => settingOf(model.settings, settingKey));
  if (value === undefined) return null;
  const description = describe(settingKey, playground.model.settings);
  const name = owner ? controls().owned(owner, description.label) : description.label;
  return (
    <div className={compact ? styles.compactRow : styles.row} data-place={`setting:${settingKey}`}>
      <HelpLabel description={description} compact={compact ?? false} />
      <Control
        settingKey={settingKey}
        name={name}
        description={description}
        value={value}
        onChange={(next) => playground.change({ [settingKey]: next })}
        {...(color ? { color } : {})}
      />
    </div>
  );
}
