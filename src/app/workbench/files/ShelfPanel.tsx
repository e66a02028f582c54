import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { neededData } from '../../../experiment/settings/source';
import { worldChange, worldOf } from '../../../experiment/settings/world';
import { files } from '../../../texts/files';
import { useModel, usePlayground } from '../../basics/context';
import type { ShelfEntry } from '../../state/shelf';
import { Group } from '../Bench';
import styles from './files.module.css';

function RemoveButton({ entry }: { readonly entry: ShelfEntry }) {
  const t = files();
  const playground = usePlayground();
  const [asked, setAsked] = useState(false);
  return (
    <Button
      variant="default"
      size="compact-xs"
      aria-label={asked ? t.reallyOf(entry.label) : t.removeOf(entry.label)}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) void playground.shelf.forget(entry.hash);
        else setAsked(true);
      }}
    >
      {asked ? t.really : t.remove}
    </Button>
  );
}

function Entry({ entry }: { readonly entry: ShelfEntry }) {
  const t = files();
  const playground = usePlayground();
  const settings = useModel((model) => model.settings);
  const used = neededData(settings) === entry.hash;
  const map = entry.map.join('/');
  const fits = worldOf(settings).map.join('/') === map;
  const use = () =>
    playground.change({
      ...(fits ? {} : worldChange(settings, { ...worldOf(settings), map: entry.map })),
      'data.source': 'file',
      'data.file': entry.hash,
    });
  return (
    <li className={styles.entry}>
      <p className={styles.name}>{entry.label}</p>
      <p className={styles.hint}>
        {t.kept[entry.kind](entry.rows, t.cells(entry.map.length, entry.map[0]?.length ?? 0))}
        <br />
        <code translate="no">{entry.hash}</code>
      </p>
      {used ? (
        <span className={styles.used}>{t.used}</span>
      ) : (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={fits ? t.takeOf(entry.label) : t.takeWithMapOf(entry.label)}
            onClick={use}
          >
            {fits ? t.use : t.takeWithMap}
          </Button>
          <RemoveButton entry={entry} />
        </div>
      )}
    </li>
  );
}

/** The imported and played datasets that this browser keeps. */
export function ShelfPanel() {
  const t = files();
  const playground = usePlayground();
  const entries = useStore(playground.shelf.store, (state) => state.entries);
  return (
    <Group title={t.shelf}>
      {entries.length === 0 ? (
        <p className={styles.hint}>{t.emptyShelf} </p>
      ) : (
        <ul className={styles.entries}>
          {entries.map((entry) => (
            <Entry key={entry.hash} entry={entry} />
          ))}
        </ul>
      )}
    </Group>
  );
}
