import { ActionIcon, Button, NumberInput, Tooltip } from '@mantine/core';
import { ChevronLeft, ChevronRight, Dices, Flame } from 'lucide-react';
import { formatCount } from '../../../texts/format';
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
  const step = (by: number) => onChange((row + by + rows) % rows);
  return (
    <div className={styles.picker}>
      <NumberInput
        size="xs"
        className={styles.row}
        aria-label={`Row of the dataset, 1 to ${rows}`}
        leftSection={<span className={styles.prefix}>Row</span>}
        leftSectionWidth={40}
        value={row + 1}
        min={1}
        max={rows}
        clampBehavior="strict"
        allowDecimal={false}
        onChange={(next) => typeof next === 'number' && next >= 1 && onChange(next - 1)}
      />
      <span className={styles.of}>of {formatCount(rows)}</span>
      <Tooltip label="The row before">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="The row before"
          onClick={() => step(-1)}
        >
          <ChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="The row after">
        <ActionIcon variant="default" size={30} aria-label="The row after" onClick={() => step(1)}>
          <ChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Any row">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Any row"
          onClick={() => onChange(Math.floor(Math.random() * rows))}
        >
          <Dices size={15} />
        </ActionIcon>
      </Tooltip>
      <Tooltip
        multiline
        w={300}
        label="The row whose target promises most beyond what is possible, of those whose max picks an action nobody tried; for BC, the row that acted worst"
      >
        <Button
          variant="default"
          size="xs"
          leftSection={<Flame size={14} />}
          disabled={onWorst === null}
          onClick={() => onWorst?.()}
        >
          The worst one for {learner}
        </Button>
      </Tooltip>
    </div>
  );
}
