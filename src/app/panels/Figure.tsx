import { Tooltip } from '@mantine/core';
import styles from './panels.module.css';

/** An exact number of the problem, with what it means a hover away. */
export function Figure({
  place,
  value,
  words,
  help,
}: {
  /** Name by which the lesson finds it. */
  readonly place: string;
  readonly value: string;
  readonly words: string;
  readonly help: string;
}) {
  return (
    <Tooltip label={help} multiline maw={340}>
      <button type="button" className={styles.figure} data-place={place}>
        <strong translate="no">{value}</strong>
        <span>{words}</span>
      </button>
    </Tooltip>
  );
}
