import { Checkbox, SegmentedControl } from '@mantine/core';
import { formatCount } from '../../texts/format';
import { LANGUAGES, languageOf } from '../../texts/languages';
import { share } from '../../texts/share';
import {
  CONTROLS,
  type Control,
  DEFAULT_CONTROLS,
  DEFAULT_PANELS,
  type EmbedChoice,
  PANELS,
  THEMES,
} from '../state/embed-options';
import styles from './share.module.css';

const LOOK = { size: 'xs', color: 'var(--ink)', iconColor: 'var(--ink-on-ink)' } as const;

/** Controls that stand on the learners, and nowhere without them. */
const ON_LEARNERS: readonly Control[] = ['layer', 'knobs'];

/** What is chosen in the dialog, however incomplete. */
export interface Draft extends EmbedChoice {
  /** Whether the embed is to begin at the step of the page. */
  readonly here: boolean;
}

export const USUAL_DRAFT: Draft = {
  panels: DEFAULT_PANELS,
  controls: DEFAULT_CONTROLS,
  theme: null,
  language: null,
  here: false,
};

/** A choice that an embed can show; what is missing is as usual, what cannot be worked is left out. */
export function completed({ panels, controls, ...rest }: EmbedChoice): EmbedChoice {
  const shown = panels.length > 0 ? panels : DEFAULT_PANELS;
  const usable = controls.filter((id) => shown.includes('learners') || !ON_LEARNERS.includes(id));
  return { panels: shown, controls: usable, theme: rest.theme, language: rest.language };
}

/** A choice of one of several, or of what the reader has anyway: null, which `onChange` hears as ''. */
function OneOf({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={label}
        data={[{ value: '', label: share().system }, ...options]}
        value={value ?? ''}
        onChange={onChange}
      />
    </fieldset>
  );
}

/** What the embed shows and what can be worked in it. */
export function Choices({
  draft,
  step,
  onChange,
}: {
  readonly draft: Draft;
  readonly step: number;
  readonly onChange: (draft: Draft) => void;
}) {
  const t = share();
  const { panels, controls } = completed(draft);
  const trainable = controls.includes('run') || controls.includes('step');
  const learners = panels.includes('learners');
  const here = draft.here && step > 0;
  return (
    <>
      <div className={styles.group}>
        <Checkbox.Group
          label={t.panels}
          error={draft.panels.length > 0 ? null : t.noPanel}
          value={[...draft.panels]}
          onChange={(ids) =>
            onChange({ ...draft, panels: PANELS.filter((id) => ids.includes(id)) })
          }
        >
          <div className={styles.boxes}>
            {PANELS.map((id) => (
              <Checkbox key={id} {...LOOK} value={id} label={t.panel[id]} />
            ))}
          </div>
        </Checkbox.Group>
      </div>
      <div className={styles.group}>
        <Checkbox.Group
          label={t.controls}
          value={[...draft.controls]}
          onChange={(ids) =>
            onChange({ ...draft, controls: CONTROLS.filter((id) => ids.includes(id)) })
          }
        >
          <div className={styles.boxes}>
            {CONTROLS.map((id) => (
              <Checkbox
                key={id}
                {...LOOK}
                value={id}
                label={t.control[id]}
                disabled={!learners && ON_LEARNERS.includes(id)}
              />
            ))}
          </div>
        </Checkbox.Group>
        <p className={styles.note} aria-live="polite">
          {t.fixed} {!trainable && (here ? t.arrived : step > 0 ? t.still : t.stillAtZero)}{' '}
          {!learners && t.needsLearners}
        </p>
      </div>
      <div className={styles.group}>
        <Checkbox
          {...LOOK}
          label={t.begin(formatCount(step))}
          description={step > 0 ? t.beginning : t.atZero}
          disabled={step === 0}
          checked={here}
          onChange={(event) => onChange({ ...draft, here: event.currentTarget.checked })}
        />
      </div>
      <OneOf
        label={t.theme}
        options={THEMES.map((value) => ({ value, label: t.paper[value] }))}
        value={draft.theme}
        onChange={(value) =>
          onChange({ ...draft, theme: THEMES.find((theme) => theme === value) ?? null })
        }
      />
      <OneOf
        label={t.language}
        options={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }))}
        value={draft.language}
        onChange={(value) => onChange({ ...draft, language: languageOf(value) })}
      />
    </>
  );
}
