import { Button, NativeSelect } from '@mantine/core';
import { ORDERS, orderName, type Reading } from '../../../data/import/readings/reading';
import { files } from '../../../texts/files';
import { reading as readingTexts } from '../../../texts/reading';
import type { FileOffer } from '../../../worker/files/protocol';
import styles from './files.module.css';

/** One convention as a choice: its values by what they are called. */
interface Choice {
  readonly label: string;
  readonly values: readonly (readonly [name: string, change: Partial<Reading>])[];
}

/** All conventions that can be chosen. */
function choices(present: Reading): readonly Choice[] {
  const t = files().conventions;
  const { directions } = readingTexts().readings;
  const letters = [directions.u, directions.r, directions.d, directions.l];
  const order = (actions: Reading['actions']): string =>
    actions.map((action) => letters[action]).join(', ');
  const rare = orderName(present.actions) === undefined ? [present.actions] : [];
  return [
    {
      label: t.actions,
      values: [...Object.values(ORDERS), ...rare].map((actions) => [order(actions), { actions }]),
    },
    {
      label: t.actionsFrom,
      values: [
        [t.from0, { actionsFrom: 0 }],
        [t.from1, { actionsFrom: 1 }],
      ],
    },
    {
      label: t.walls,
      values: [
        [t.skipped, { walls: 'skipped' }],
        [t.counted, { walls: 'counted' }],
      ],
    },
    {
      label: t.statesFrom,
      values: [
        [t.from0, { statesFrom: 0 }],
        [t.from1, { statesFrom: 1 }],
      ],
    },
    {
      label: t.along,
      values: [
        [t.rows, { along: 'rows' }],
        [t.columns, { along: 'columns' }],
      ],
    },
    {
      label: t.cells,
      values: [
        [t.rowColumn, { cells: 'row, column' }],
        [t.columnRow, { cells: 'column, row' }],
      ],
    },
    {
      label: t.cellsFrom,
      values: [
        [t.from0, { cellsFrom: 0 }],
        [t.from1, { cellsFrom: 1 }],
      ],
    },
    {
      label: t.upward,
      values: [
        [t.fromTop, { upward: false }],
        [t.fromBottom, { upward: true }],
      ],
    },
    {
      label: t.rewards,
      values: [
        [t.entered, { rewards: 'entered' }],
        [t.left, { rewards: 'left' }],
      ],
    },
    {
      label: t.ends,
      values: [
        [t.arrival, { ends: 'arrival' }],
        [t.any, { ends: 'any' }],
        [t.late, { ends: 'late' }],
        [t.none, { ends: 'none' }],
      ],
    },
    {
      label: t.nextAtEnd,
      values: [
        [t.whereItLed, { nextAtEnd: 'arrival' }],
        [t.whereNextBegins, { nextAtEnd: 'reset' }],
      ],
    },
  ];
}

const has = (reading: Reading, change: Partial<Reading>): boolean =>
  (Object.keys(change) as (keyof Reading)[]).every(
    (key) => String(reading[key]) === String(change[key]),
  );

interface ReadingPanelProps {
  readonly offer: FileOffer;
  /** Whether the user chose the reading. */
  readonly chosen: boolean;
  /** Reads the file again; null to have its conventions found out. */
  readonly onChoose: (reading: Reading | null) => void;
}

/** How the numbers of a file were read and why, what the rows leave open, and every other way to read them. */
export function ReadingPanel({ offer, chosen, onChoose }: ReadingPanelProps) {
  const t = files().conventions;
  const { report, reading, alternatives } = offer;
  return (
    <div className={styles.reading}>
      {report.readings.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {report.question !== null && (
        <section className={styles.question} aria-label={t.question}>
          <p className={styles.caution}>{report.question}</p>
          {alternatives.map((alternative) => (
            <Button
              key={alternative.name}
              variant="default"
              size="compact-sm"
              className={styles.wide}
              onClick={() => onChoose(alternative.reading)}
            >
              {t.readSo(alternative.name)}
            </Button>
          ))}
        </section>
      )}
      <details>
        <summary>{t.otherwise}</summary>
        <div className={styles.conventions}>
          {choices(reading).map(({ label, values }) => (
            <NativeSelect
              key={label}
              size="xs"
              label={label}
              value={values.findIndex(([, change]) => has(reading, change))}
              data={values.map(([name], index) => ({ value: String(index), label: name }))}
              onChange={({ currentTarget }) =>
                onChoose({ ...reading, ...values[Number(currentTarget.value)][1] })
              }
            />
          ))}
        </div>
      </details>
      {chosen && (
        <div className={styles.buttons}>
          <Button variant="default" size="compact-sm" onClick={() => onChoose(null)}>
            {t.findOut}
          </Button>
        </div>
      )}
    </div>
  );
}
