import { Button } from '@mantine/core';
import type { DataSource } from '../../experiment/types';
import { usePlayground } from '../context';
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
      Back to collected data
    </Button>
  );
}

/** Asks for the file of a dataset that is named and not there. */
function Missing({ hash }: { readonly hash: string }) {
  const desk = useDesk();
  const importing = useDeskState((state) => state.importing);
  const open = async (file: File) => {
    // What else the file holds is a matter for the workbench, where it can be used all the same.
    const found = await desk.openWanted(file, hash);
    if (!found && desk.state.importing.stage === 'read') openWorkbench('files');
  };
  return (
    <>
      <p>
        This link names the dataset <code>{hash}</code>, which is not in this browser. Open its file
        to see it; until then the rows are collected by the behaviour.
      </p>
      {importing.stage === 'reading' ? (
        <Underway
          label={`Reading ${importing.name}`}
          share={importing.share}
          onCancel={() => desk.cancel()}
        />
      ) : (
        <div className={styles.buttons}>
          <FileButton
            label="Open its file …"
            size="compact-xs"
            onFile={(file) => void open(file)}
          />
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
  const playground = usePlayground();
  return (
    <section className={styles.note} aria-label="Where the data come from">
      {source.kind === 'missing' && <Missing hash={source.hash} />}
      {source.kind === 'misfit' && (
        <>
          <p>
            The dataset <strong>{source.label}</strong> is of another map. Until it has that map,
            the rows are collected by the behaviour.
          </p>
          <div className={styles.buttons}>
            <Button
              {...LOOK}
              onClick={() => playground.change({ 'world.map': source.map.join('/') })}
            >
              Use its map
            </Button>
            <BackButton />
          </div>
        </>
      )}
      {source.kind === 'given' && (
        <>
          <p>
            The rows are those of <strong>{source.label}</strong> ({source.origin}). π_β is{' '}
            {source.behaviorKnown
              ? 'what the file states'
              : 'their empirical distribution, N(s,a)/N(s)'}
            . The behaviour, the number of transitions and the data seed below change nothing
            meanwhile.
          </p>
          <div className={styles.buttons}>
            <BackButton />
          </div>
        </>
      )}
    </section>
  );
}
