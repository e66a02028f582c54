import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { EXPORT_FORMATS } from '../../../data/export/formats';
import { useModel } from '../../context';
import { Group } from '../Bench';
import type { Exporting } from './desk';
import styles from './files.module.css';
import { Underway } from './Underway';
import { useDesk, useDeskState } from './use-desk';
import { rowsOf } from './words';

function Outcome({
  exporting,
  format,
}: {
  readonly exporting: Exporting;
  readonly format: string;
}) {
  const desk = useDesk();
  if (exporting.stage === 'none' || exporting.format !== format) return null;
  if (exporting.stage === 'writing') {
    return (
      <Underway
        label="Writing the file"
        share={exporting.share}
        onCancel={() => desk.cancelExport()}
      />
    );
  }
  if (exporting.stage === 'saved') return <p className={styles.hint}>Saved as {exporting.name}.</p>;
  return (
    <p role="alert" className={styles.fault}>
      {exporting.message}
    </p>
  );
}

/** The present data as a file, in every format there is. */
export function ExportPanel() {
  const desk = useDesk();
  const exporting = useDeskState((state) => state.exporting);
  const problem = useModel((model) =>
    model.problem?.runId === model.runId ? model.problem : null,
  );
  return (
    <Group title="Take the data home">
      <p className={styles.hint}>
        {problem
          ? `The ${rowsOf(problem.transitions.size)} that the learners train on, edits included.`
          : 'The data are being made …'}
      </p>
      <ul className={styles.formats}>
        {EXPORT_FORMATS.map(({ id, label, help }) => (
          <li key={id}>
            <div>
              <p className={styles.name}>{label}</p>
              <p className={styles.hint}>{help}</p>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<Download size={14} />}
              aria-label={`Download as ${label}`}
              disabled={problem === null || exporting.stage === 'writing'}
              onClick={() => void desk.export(id)}
            >
              Download
            </Button>
            <Outcome exporting={exporting} format={id} />
          </li>
        ))}
      </ul>
    </Group>
  );
}
