import { Group } from '../Bench';
import { FileButton } from './FileButton';
import { FileReport, type Which } from './FileReport';
import styles from './files.module.css';
import { Underway } from './Underway';
import { useDesk, useDeskState } from './use-desk';

interface ImportPanelProps {
  /** Which offer of a file is on the map. */
  readonly shown: Which;
  readonly onShow: (which: Which) => void;
}

/** A dataset from a file: chosen, read, reported on, used or discarded. */
export function ImportPanel(props: ImportPanelProps) {
  const desk = useDesk();
  const importing = useDeskState((state) => state.importing);
  return (
    <Group title="Import a dataset">
      <div className={styles.buttons}>
        <FileButton label="Open a file …" onFile={(file) => void desk.open(file)} />
        <span className={styles.mouse}>or drop one anywhere here</span>
      </div>
      {importing.stage === 'none' && (
        <p className={styles.hint}>
          CSV, JSON or .npz with a column a field: states by index or by row and column, actions 0
          to 3 (up, right, down, left), reward, next state, the end of an episode. Every row is held
          against the world before anything is used.
        </p>
      )}
      {importing.stage === 'reading' && (
        <Underway
          label={`Reading ${importing.name}`}
          share={importing.share}
          onCancel={() => desk.cancel()}
        />
      )}
      {importing.stage === 'failed' && (
        <p role="alert" className={styles.fault}>
          {importing.message}
        </p>
      )}
      {importing.stage === 'read' && <FileReport opened={importing.opened} {...props} />}
    </Group>
  );
}
