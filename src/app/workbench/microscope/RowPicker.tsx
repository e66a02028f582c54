import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { ChevronLeft, ChevronRight, Dices, Flame } from 'lucide-react';
import { microscope } from '../../../texts/microscope';
import { hinted } from '../../floats/hint';
import styles from './microscope.module.css';

interface RowPickerProps {
  /** From 0. */
  readonly row: number;
  readonly rows: number;
  readonly onChange: (row: number) => void;
  /** What the worst row is called for: «DQN». */
  readonly learner: string;
  /** Null before anything was measured. */
  readonly onWorst: (() => void) | null;
}

/** Chooses the row of the dataset that is looked at; counted from 1 for people. */
export function RowPicker({ row, rows, onChange, learner, onWorst }: RowPickerProps) {
  const t = microscope();
  const step = (by: number) => onChange((row + by + rows) % rows);
  return (
    <div className={styles.picker}>
      <NumberInput
        size="xs"
        className={styles.row}
        aria-label={t.rowOf(rows)}
        leftSection={<span className={styles.prefix}>{t.row}</span>}
        leftSectionWidth={40}
        value={row + 1}
        min={1}
        max={rows}
        clampBehavior="strict"
        allowDecimal={false}
        onChange={(next) => typeof next === 'number' && next >= 1 && onChange(next - 1)}
      />
      <span className={styles.of}>{t.of(rows)}</span>
      <ActionIcon
        {...hinted(t.rowBefore)}
        variant="default"
        size={30}
        aria-label={t.rowBefore}
        onClick={() => step(-1)}
      >
        <ChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        {...hinted(t.rowAfter)}
        variant="default"
        size={30}
        aria-label={t.rowAfter}
        onClick={() => step(1)}
      >
        <ChevronRight size={16} />
      </ActionIcon>
      <ActionIcon
        {...hinted(t.anyRow)}
        variant="default"
        size={30}
        aria-label={t.anyRow}
        onClick={() => onChange(Math.floor(Math.random() * rows))}
      >
        <Dices size={15} />
      </ActionIcon>
      <Button
        {...hinted(t.worstHelp)}
        variant="default"
        size="xs"
        leftSection={<Flame size={14} />}
        disabled={onWorst === null}
        onClick={() => onWorst?.()}
      >
        {t.worst(learner)}
      </Button>
    </div>
  );
}
