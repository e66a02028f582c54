import { Button } from '@mantine/core';
import { files } from '../../../texts/files';
import { useModel, usePlayground } from '../../basics/context';
import styles from './files.module.css';

/** Over the map: whose rows they are, and the way back to collected ones. */
export function SourceLine({ preview }: { readonly preview: string | null }) {
  const t = files();
  const playground = usePlayground();
  const source = useModel((model) => model.problem?.source);
  const collects = useModel(({ settings }) => settings['data.source'] === 'collected');
  if (preview !== null) {
    return (
      <p className={styles.source}>
        <strong>{t.preview(preview)}</strong>
        <span>{t.notYet}</span>
      </p>
    );
  }
  return (
    <p className={styles.source}>
      <strong>{t.inUse}</strong>
      <span>{source?.kind === 'given' ? t.given(source.label, source.origin) : t.collected}</span>
      {!collects && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => playground.change({ 'data.source': 'collected' })}
        >
          {t.backToCollected}
        </Button>
      )}
    </p>
  );
}
