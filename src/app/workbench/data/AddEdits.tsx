import { Button } from '@mantine/core';
import { useState } from 'react';
import { MOST_EDITS } from '../../../data/edits';
import { meanOf } from '../../../data/episodes';
import { useModel } from '../../context';
import { NumberEntry } from '../../controls/NumberControl';
import { Group } from '../Bench';
import styles from './data.module.css';
import { DEVIATION, inRange, PERCENT, SEED, THRESHOLD } from './numbers';
import { ReturnsChart } from './ReturnsChart';
import { useEditList, useEditListState } from './use-edit-list';

/** The edits that concern the whole dataset, each with its numbers. */
export function AddEdits({ returns }: { readonly returns: Float64Array }) {
  const list = useEditList();
  const full = useEditListState(({ entries }) => entries.length >= MOST_EDITS);
  const behavior = useModel((model) => model.problem?.truth.behavior ?? 0);
  const [chosen, setChosen] = useState<number | null>(null);
  const [percent, setPercent] = useState(10);
  const [deviation, setDeviation] = useState(0.1);
  const [seed, setSeed] = useState(0);
  const value = chosen ?? Number(meanOf(returns).toPrecision(2));
  const below = returns.reduce((sum, one) => sum + (one < value ? 1 : 0), 0);
  return (
    <>
      <Group title="Erase episodes below a return">
        <ReturnsChart
          returns={returns}
          behavior={behavior}
          threshold={{ value, onChange: setChosen }}
        />
        <div className={styles.form}>
          <span className={styles.number}>
            <NumberEntry
              name="Least return"
              description={THRESHOLD}
              value={value}
              onChange={(typed) => setChosen(inRange(typed, value, THRESHOLD))}
            />
          </span>
          <span className={styles.hint}>
            {below} of {returns.length} are below
          </span>
          <Button
            variant="default"
            size="compact-sm"
            disabled={full}
            onClick={() => list.add({ kind: 'below', value })}
          >
            Erase those below
          </Button>
        </div>
      </Group>
      <Group title="Keep the best episodes">
        <div className={styles.form}>
          <span className={styles.number}>
            <NumberEntry
              name="Per cent of episodes"
              description={PERCENT}
              value={percent}
              onChange={(typed) => setPercent(inRange(typed, percent, PERCENT))}
            />
          </span>
          <span className={styles.hint}>% by return</span>
          <Button
            variant="default"
            size="compact-sm"
            disabled={full}
            onClick={() => list.add({ kind: 'top', percent })}
          >
            Keep the best {percent} %
          </Button>
        </div>
        <p className={styles.hint}>
          Imitating the best 10 % of the episodes is %BC, a baseline that is hard to beat.
        </p>
      </Group>
      <Group title="Noise on rewards">
        <div className={styles.form}>
          <span className={styles.hint}>σ</span>
          <span className={styles.number}>
            <NumberEntry
              name="Standard deviation of the noise"
              description={DEVIATION}
              value={deviation}
              onChange={(typed) => setDeviation(inRange(typed, deviation, DEVIATION))}
            />
          </span>
          <span className={styles.hint}>seed</span>
          <span className={styles.number}>
            <NumberEntry
              name="Seed of the noise"
              description={SEED}
              value={seed}
              onChange={(typed) => setSeed(inRange(typed, seed, SEED))}
            />
          </span>
          <Button
            variant="default"
            size="compact-sm"
            disabled={full}
            onClick={() => list.add({ kind: 'noise', deviation, seed })}
          >
            Add noise
          </Button>
        </div>
      </Group>
    </>
  );
}
