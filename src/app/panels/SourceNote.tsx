import { Button } from '@mantine/core';
import type { DataSource } from '../../experiment/types';
import { source as texts } from '../../texts/source';
import { usePlayground } from '../basics/context';
import { fill } from '../basics/fill';
import { FileButton } from '../workbench/files/FileButton';
import { Underway } from '../workbench/files/Underway';
import { useDesk, useDeskState } from '../workbench/files/use-desk';
import { openWorkbench } from '../workbench/opened';
import styles from './SourceNote.module.css';

type Elsewhere = Exclude<DataSource, { kind: 'collected' }>;

const LOOK = { variant: 'default', size: 'compact-xs' } as const;

function BackButton() {
  const playground = usePlayground();
  return (
    <Button {...LOOK} onClick={() => playground.change({ 'data.source': 'collected' })}>
      {texts().back}
    </Button>
  );
}

/** Asks for the file of a dataset that is named and not there. */
function Missing({ hash }: { readonly hash: string }) {
  const t = texts();
  const desk = useDesk();
  const importing = useDeskState((state) => state.importing);
  const open = async (file: File) => {
    // What else the file holds is a matter for the workbench, where it can be used all the same.
    const found = await desk.openWanted(file, hash);
    if (!found && desk.state.importing.stage === 'read') openWorkbench('files');
  };
  return (
    <>
      <p>{fill(t.missing, { hash: <code translate="no">{hash}</code> })}</p>
      {importing.stage === 'reading' ? (
        <Underway
          label={t.reading(importing.name)}
          share={importing.share}
          onCancel={() => desk.cancel()}
        />
      ) : (
        <div className={styles.buttons}>
          <FileButton label={t.open} size="compact-xs" onFile={(file) => void open(file)} />
          <BackButton />
        </div>
      )}
      {importing.stage === 'failed' && (
        <p role="alert" className={styles.fault}>
          {importing.message}
        </p>
      )}
    </>
  );
}

/** Whose rows these are, where they are not collected, or what is to be done to have them. */
export default function SourceNote({ source }: { readonly source: Elsewhere }) {
  const t = texts();
  const playground = usePlayground();
  return (
    <section className={styles.note} aria-label={t.title}>
      {source.kind === 'missing' && <Missing hash={source.hash} />}
      {source.kind === 'misfit' && (
        <>
          <p>{fill(t.misfit, { label: <strong>{source.label}</strong> })}</p>
          <div className={styles.buttons}>
            <Button
              {...LOOK}
              onClick={() => playground.change({ 'world.map': source.map.join('/') })}
            >
              {t.useMap}
            </Button>
            <BackButton />
          </div>
        </>
      )}
      {source.kind === 'given' && (
        <>
          <p>
            {fill(t.given(source.behaviorKnown), {
              label: <strong>{source.label}</strong>,
              origin: source.origin,
            })}
          </p>
          <div className={styles.buttons}>
            <BackButton />
          </div>
        </>
      )}
    </section>
  );
}
