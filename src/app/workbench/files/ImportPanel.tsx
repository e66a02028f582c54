import { files } from '../../../texts/files';
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
  const t = files();
  const desk = useDesk();
  const importing = useDeskState((state) => state.importing);
  return (
    <Group title={t.importTitle}>
      <div className={styles.buttons}>
        <FileButton label={t.open} onFile={(file) => void desk.open(file)} />
        <span className={styles.mouse}>{t.orDrop}</span>
      </div>
      {importing.stage === 'none' && <p className={styles.hint}>{t.formats} </p>}
      {importing.stage === 'reading' && (
        <Underway
          label={t.reading(importing.name)}
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
