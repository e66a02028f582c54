import { Button } from '@mantine/core';
import { files } from '../../../texts/files';
import { formatShare } from '../../../texts/format';
import styles from './files.module.css';

interface UnderwayProps {
  /** «Reading data.csv» */
  readonly label: string;
  /** In [0, 1]. */
  readonly share: number;
  readonly onCancel: () => void;
}

/** How far a job is, and the button that ends it. */
export function Underway({ label, share, onCancel }: UnderwayProps) {
  return (
    <div className={styles.underway}>
      <p className={styles.name}>{label}</p>
      <progress aria-label={label} max={1} value={share} />
      <span className={styles.share}>{formatShare(share)}</span>
      <Button variant="default" size="compact-sm" onClick={onCancel}>
        {files().buttons.cancel}
      </Button>
    </div>
  );
}
