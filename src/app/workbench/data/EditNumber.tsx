import { NumberEntry } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/number-setting';
import styles from './edits.module.css';
import { inRange } from './numbers';

interface EditNumberProps {
  /** Accessible name. */
  readonly name: string;
  readonly description: NumberDescription;
  readonly value: number;
  /** Called with numbers within the range only. */
  readonly onChange: (value: number) => void;
}

/** A number of an edit, as narrow as a sentence needs it. */
export function EditNumber({ name, description, value, onChange }: EditNumberProps) {
  return (
    <span className={styles.number}>
      <NumberEntry
        name={name}
        description={description}
        value={value}
        onChange={(typed) => onChange(inRange(typed, value, description))}
      />
    </span>
  );
}
