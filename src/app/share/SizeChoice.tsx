import { SegmentedControl, TextInput } from '@mantine/core';
import { formatCount } from '../../texts/format';
import { share } from '../../texts/share';
import { LEAST_SIZE } from '../state/embed-options';
import { type FrameSize, type Pixels, readPixels } from './iframe';
import styles from './share.module.css';

/** A size as it was entered. */
export interface SizeEntry {
  readonly preset: 'small' | 'medium' | 'full' | 'own';
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

/** What is wrong with an entry, and what is used instead; null where nothing is. */
function faultOf(side: 'width' | 'height', { value, fault }: Pixels): string | null {
  const t = share();
  const used = formatCount(value);
  switch (fault) {
    case null:
      return null;
    case 'unreadable':
      return t.unreadable(used);
    case 'small':
      return side === 'width' ? t.tooNarrow(used) : t.tooLow(used);
    case 'large':
      return t.tooLarge(used);
  }
}

/** How large the embed is to be: one of the usual sizes, or any other by its numbers. */
export function SizeChoice({
  entry,
  onChange,
}: {
  readonly entry: SizeEntry;
  readonly onChange: (entry: SizeEntry) => void;
}) {
  const t = share();
  const full = entry.preset === 'full';
  const side = (name: 'width' | 'height') => {
    const whole = full && name === 'width';
    return (
      <TextInput
        size="xs"
        label={t[name]}
        inputMode="numeric"
        autoComplete="off"
        rightSection={whole ? null : t.pixels}
        rightSectionPointerEvents="none"
        disabled={whole}
        value={whole ? t.wholeWidth : entry[name]}
        error={whole ? null : faultOf(name, readPixels(entry[name], name))}
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
      <legend>{t.size}</legend>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t.size}
        data={Object.entries(t.preset).map(([value, label]) => ({ value, label }))}
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
      {full && <p className={styles.note}>{t.narrow(formatCount(LEAST_SIZE.width))}</p>}
    </fieldset>
  );
}
