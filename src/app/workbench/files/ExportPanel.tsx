import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { EXPORT_FORMATS } from '../../../data/export/formats';
import { files } from '../../../texts/files';
import { useModel } from '../../basics/context';
import { Group } from '../Bench';
import type { Exporting } from './desk';
import styles from './files.module.css';
import { Underway } from './Underway';
import { useDesk, useDeskState } from './use-desk';

function Outcome({
  exporting,
  format,
}: {
  readonly exporting: Exporting;
  readonly format: string;
}) {
  const t = files();
  const desk = useDesk();
  if (exporting.stage === 'none' || exporting.format !== format) return null;
  if (exporting.stage === 'writing') {
    return (
      <Underway label={t.writing} share={exporting.share} onCancel={() => desk.cancelExport()} />
    );
  }
  if (exporting.stage === 'saved')
    return <p className={styles.hint}>{t.savedAs(exporting.name)}</p>;
  return (
    <p role="alert" className={styles.fault}>
      {exporting.message}
    </p>
  );
}

/** The present data as a file, in every format there is. */
export function ExportPanel() {
  const t = files();
  const desk = useDesk();
  const exporting = useDeskState((state) => state.exporting);
  const problem = useModel((model) =>
    model.problem?.runId === model.runId ? model.problem : null,
  );
  return (
    <Group title={t.exportTitle}>
      <p className={styles.hint}>{problem ? t.exportRows(problem.transitions.size) : t.making}</p>
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
              aria-label={t.downloadAs(label)}
              disabled={problem === null || exporting.stage === 'writing'}
              onClick={() => void desk.export(id)}
            >
              {t.download}
            </Button>
            <Outcome exporting={exporting} format={id} />
          </li>
        ))}
      </ul>
    </Group>
  );
}
