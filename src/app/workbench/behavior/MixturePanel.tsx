import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { ChevronDown, ChevronUp, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  MIXTURE_KINDS,
  MIXTURE_RANGES,
  type MixturePart,
  type MixtureSpec,
  MOST_COMPONENTS,
} from '../../../data/mixture';
import { PROBLEM_SETTINGS } from '../../../experiment/settings/problem';
import type { ActionName } from '../../../mdp/types';
import { behavior } from '../../../texts/behavior';
import { useModel } from '../../basics/context';
import { NumberControl } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/number-setting';
import { ChoiceControl } from '../../controls/SettingControl';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import styles from './behavior.module.css';
import { mixtureText, moved, partsOf, sharesOf, specOf } from './mixing';
import { usePaintDraft } from './use-paint-draft';

type Kind = (typeof MIXTURE_KINDS)[number];

/** The kinds of components, as the setting of the behaviour names them. */
function kinds(): { readonly value: string; readonly label: string }[] {
  const labels = new Map<string, string>(
    PROBLEM_SETTINGS.behavior.options.map(({ value, label }) => [value, label]),
  );
  return MIXTURE_KINDS.map((value) => ({ value, label: labels.get(value) ?? value }));
}

const WEIGHT: NumberDescription = {
  type: 'number',
  label: 'Weight',
  help: '',
  scope: 'data',
  default: 1,
  ...MIXTURE_RANGES.weight,
  // Typed weights go further; the slider is for what people mix.
  max: 20,
  step: 1,
};

/** The numbers of a component, as the settings of the same behaviour have them. */
function SpecControls({
  spec,
  place,
  onChange,
}: {
  readonly spec: MixtureSpec;
  /** Which component it is, from 1. */
  readonly place: number;
  readonly onChange: (spec: MixtureSpec) => void;
}) {
  const t = behavior();
  const number = (
    description: NumberDescription,
    value: number,
    apply: (next: number) => MixtureSpec,
  ) => (
    <Line label={description.label}>
      <NumberControl
        name={t.numberOf(place, description.label)}
        description={description}
        value={value}
        onChange={(next) => onChange(apply(within(Number(next), description, value)))}
      />
    </Line>
  );
  switch (spec.kind) {
    case 'epsilon-greedy':
      return number(PROBLEM_SETTINGS['behavior.epsilon'], spec.epsilon, (epsilon) => ({
        ...spec,
        epsilon,
      }));
    case 'softmax':
      return number(PROBLEM_SETTINGS['behavior.temperature'], spec.temperature, (temperature) => ({
        ...spec,
        temperature,
      }));
    case 'directional':
      return (
        <>
          <Line label={t.direction}>
            <ChoiceControl
              name={t.numberOf(place, t.direction)}
              description={PROBLEM_SETTINGS['behavior.direction']}
              value={spec.direction}
              onChange={(next) => onChange({ ...spec, direction: next as ActionName })}
            />
          </Line>
          {number(PROBLEM_SETTINGS['behavior.bias'], spec.strength, (strength) => ({
            ...spec,
            strength,
          }))}
        </>
      );
    default:
      return null;
  }
}

/** The nearest legal number; the one before for what is no number. */
function within(next: number, { min, max }: { min: number; max: number }, before: number): number {
  return Number.isFinite(next) ? Math.min(max, Math.max(min, next)) : before;
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.weight}>
      <span className={styles.word}>{label}</span>
      {children}
    </div>
  );
}

interface PartProps {
  readonly part: MixturePart;
  readonly share: number;
  readonly index: number;
  readonly count: number;
  readonly onChange: (part: MixturePart) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function Part({ part, share, index, count, onChange, onMove, onRemove }: PartProps) {
  const t = behavior();
  const place = index + 1;
  const icon = (label: string, off: boolean, onClick: () => void, children: ReactNode) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      c={off ? 'var(--strong-line)' : 'var(--ink)'}
      size={28}
      aria-label={label}
      aria-disabled={off}
      onClick={() => !off && onClick()}
    >
      {children}
    </ActionIcon>
  );
  return (
    <li className={styles.part}>
      <div className={styles.partHead}>
        <NativeSelect
          size="xs"
          aria-label={t.kind(place)}
          data={kinds()}
          value={part.spec.kind}
          onChange={(event) =>
            onChange({ ...part, spec: specOf(event.currentTarget.value as Kind) })
          }
        />
        {icon(t.moveUp(place), index === 0, () => onMove(index - 1), <ChevronUp size={15} />)}
        {icon(
          t.moveDown(place),
          index === count - 1,
          () => onMove(index + 1),
          <ChevronDown size={15} />,
        )}
        {icon(t.remove(place), count === 1, onRemove, <X size={15} />)}
      </div>
      <SpecControls
        spec={part.spec}
        place={place}
        onChange={(spec) => onChange({ ...part, spec })}
      />
      <Line label={t.weight}>
        <NumberControl
          name={t.numberOf(place, t.weight)}
          description={WEIGHT}
          value={part.weight}
          onChange={(next) =>
            onChange({
              ...part,
              weight: within(Number(next), MIXTURE_RANGES.weight, part.weight),
            })
          }
        />
      </Line>
      <div className={styles.share}>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${100 * share}%` }} />
        </span>
        <span>{t.share(share)}</span>
      </div>
    </li>
  );
}

/** The components of a mixture: who acts in which share of the episodes. */
export function MixturePanel() {
  const t = behavior();
  const draft = usePaintDraft();
  const text = useModel(({ settings }) => settings['behavior.mixture']);
  const [refused, setRefused] = useState(false);
  const parts = partsOf(text);
  const shares = sharesOf(parts);
  const apply = (next: readonly MixturePart[], name: string) => {
    const written = mixtureText(next);
    setRefused(written === null);
    if (written !== null) draft.change({ 'behavior.mixture': written }, name);
  };
  const full = parts.length >= MOST_COMPONENTS;
  return (
    <Group title={t.mixture}>
      <ol className={styles.parts}>
        {parts.map((part, index) => (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            key={index}
            part={part}
            share={shares[index]}
            index={index}
            count={parts.length}
            onChange={(next) => apply(parts.with(index, next), t.steps.mixture)}
            onMove={(to) => apply(moved(parts, index, to), t.steps.moved)}
            onRemove={() => apply(parts.toSpliced(index, 1), t.steps.removed)}
          />
        ))}
      </ol>
      <p role="status" className={editing.hint}>
        {refused ? t.refused : t.shares}
      </p>
      <div className={editing.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Plus size={14} />}
          disabled={full}
          onClick={() => apply([...parts, { weight: 1, spec: { kind: 'uniform' } }], t.steps.added)}
        >
          {t.add}
        </Button>
      </div>
    </Group>
  );
}
