import { SegmentedControl, TextInput } from '@mantine/core';
import { type FrameSize, readPixels } from './iframe';
import styles from './share.module.css';
import { TEXTS } from './texts';

/** A size as it was entered. */
export interface SizeEntry {
  readonly preset: keyof typeof TEXTS.preset;
  readonly width: string;
  readonly height: string;
}

type Preset = SizeEntry['preset'];

const PRESETS: Readonly<Record<Preset, Partial<SizeEntry>>> = {
  small: { width: '600', height: '400' },
  medium: { width: '900', height: '600' },
  full: {},
  own: {},
};

export const USUAL_SIZE: SizeEntry = { preset: 'medium', width: '900', height: '600' };

/** The size that an entry means; never less than an embed needs. */
export function sizeOf({ preset, width, height }: SizeEntry): FrameSize {
  return {
    width: preset === 'full' ? null : readPixels(width, 'width').value,
    height: readPixels(height, 'height').value,
  };
}

/** How large the embed is to be: one of the usual sizes, or any other by its numbers. */
export function SizeChoice({
  entry,
  onChange,
}: {
  readonly entry: SizeEntry;
  readonly onChange: (entry: SizeEntry) => void;
}) {
  const full = entry.preset === 'full';
  const side = (name: 'width' | 'height') => {
    const whole = full && name === 'width';
    return (
      <TextInput
        size="xs"
        label={TEXTS[name]}
        inputMode="numeric"
        autoComplete="off"
        rightSection={whole ? null : TEXTS.pixels}
        rightSectionPointerEvents="none"
        disabled={whole}
        value={whole ? TEXTS.wholeWidth : entry[name]}
        error={whole ? null : TEXTS.pixelFault(name, readPixels(entry[name], name))}
        onChange={(event) =>
          onChange({
            ...entry,
            preset: full ? 'full' : 'own',
            [name]: event.currentTarget.value,
          })
        }
      />
    );
  };
  return (
    <fieldset className={styles.group}>
      <legend>{TEXTS.size}</legend>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={TEXTS.size}
        data={Object.entries(TEXTS.preset).map(([value, label]) => ({ value, label }))}
        value={entry.preset}
        onChange={(value) => {
          const preset = value as Preset;
          onChange({ ...entry, ...PRESETS[preset], preset });
        }}
      />
      <div className={styles.sides}>
        {side('width')}
        {side('height')}
      </div>
      {full && <p className={styles.note}>{TEXTS.narrow}</p>}
    </fieldset>
  );
}
