import { Button } from '@mantine/core';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { MOST_EDITS, type Surgery } from '../../../data/edits';
import { meanOf } from '../../../data/episodes';
import { data } from '../../../texts/data';
import { useModel } from '../../basics/context';
import { Group } from '../Bench';
import styles from './data.module.css';
import { EditNumber } from './EditNumber';
import edits from './edits.module.css';
import { DEVIATION, PERCENT, SEED, THRESHOLD } from './numbers';
import { ReturnsChart } from './ReturnsChart';
import { useEditList, useEditListState } from './use-edit-list';

interface EditFormProps {
  /** The edit that the button adds. */
  readonly surgery: Surgery;
  readonly button: string;
  /** Its numbers, with what is said of them. */
  readonly children: ReactNode;
}

/** The numbers of an edit to be, and the button that adds it. */
function EditForm({ surgery, button, children }: EditFormProps) {
  const list = useEditList();
  const full = useEditListState(({ entries }) => entries.length >= MOST_EDITS);
  return (
    <div className={edits.form}>
      {children}
      <Button variant="default" size="compact-sm" disabled={full} onClick={() => list.add(surgery)}>
        {button}
      </Button>
    </div>
  );
}

function EraseBelow({ returns }: { readonly returns: Float64Array }) {
  const t = data();
  const behavior = useModel((model) => model.problem?.truth.behavior ?? 0);
  const [chosen, setChosen] = useState<number | null>(null);
  const mean = useMemo(() => Number(meanOf(returns).toPrecision(2)), [returns]);
  const value = chosen ?? mean;
  const below = returns.reduce((sum, one) => sum + (one < value ? 1 : 0), 0);
  return (
    <Group title={t.eraseBelow}>
      <ReturnsChart
        returns={returns}
        behavior={behavior}
        threshold={{ value, onChange: setChosen }}
      />
      <EditForm surgery={{ kind: 'below', value }} button={t.eraseThose}>
        <EditNumber
          name={t.leastReturn}
          description={THRESHOLD}
          value={value}
          onChange={setChosen}
        />
        <span className={styles.hint}>{t.below(below, returns.length)}</span>
      </EditForm>
    </Group>
  );
}

function KeepBest() {
  const t = data();
  const [percent, setPercent] = useState(10);
  return (
    <Group title={t.keepBest}>
      <EditForm surgery={{ kind: 'top', percent }} button={t.keepBestOf(percent)}>
        <EditNumber name={t.perCent} description={PERCENT} value={percent} onChange={setPercent} />
        <span className={styles.hint}>{t.byReturn}</span>
      </EditForm>
      <p className={styles.hint}>{t.percentBc}</p>
    </Group>
  );
}

function AddNoise() {
  const t = data();
  const [deviation, setDeviation] = useState(0.1);
  const [seed, setSeed] = useState(0);
  return (
    <Group title={t.noise}>
      <EditForm surgery={{ kind: 'noise', deviation, seed }} button={t.addNoise}>
        <span className={styles.hint}>σ</span>
        <EditNumber
          name={t.deviation}
          description={DEVIATION}
          value={deviation}
          onChange={setDeviation}
        />
        <span className={styles.hint}>{t.seed}</span>
        <EditNumber name={t.seedOfNoise} description={SEED} value={seed} onChange={setSeed} />
      </EditForm>
    </Group>
  );
}

/** The edits that concern the whole dataset, each with its numbers. */
export const AddEdits = memo(function AddEdits({ returns }: { readonly returns: Float64Array }) {
  return (
    <>
      <EraseBelow returns={returns} />
      <KeepBest />
      <AddNoise />
    </>
  );
});
