import { Button } from '@mantine/core';
import { useModel, usePlayground } from '../../context';
import styles from './files.module.css';

/** Over the map: whose rows they are, and the way back to collected ones. */
export function SourceLine({ preview }: { readonly preview: string | null }) {
  const playground = usePlayground();
  const source = useModel((model) => model.problem?.source);
  const collects = useModel(({ settings }) => settings['data.source'] === 'collected');
  if (preview !== null) {
    return (
      <p className={styles.source}>
        <strong>Preview of {preview}</strong>
        <span>Not in use yet.</span>
      </p>
    );
  }
  return (
    <p className={styles.source}>
      <strong>The data in use</strong>
      <span>
        {source?.kind === 'given'
          ? `${source.label}, ${source.origin}.`
          : 'Collected by the behaviour.'}
      </span>
      {!collects && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => playground.change({ 'data.source': 'collected' })}
        >
          Back to collected data
        </Button>
      )}
    </p>
  );
}
