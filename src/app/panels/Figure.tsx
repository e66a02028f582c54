import { hinted } from '../floats/hint';
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
    <button {...hinted(help)} type="button" className={styles.figure} data-place={place}>
      <strong translate="no">{value}</strong>
      <span>{words}</span>
    </button>
  );
}
