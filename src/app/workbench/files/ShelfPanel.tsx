import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { neededData } from '../../../experiment/settings/source';
import { worldChange, worldOf } from '../../../experiment/settings/world';
import { useModel, usePlayground } from '../../context';
import type { ShelfEntry } from '../../state/shelf';
import { Group } from '../Bench';
import styles from './files.module.css';
import { rowsOf, sizeOf } from './words';

const KINDS: Readonly<Record<ShelfEntry['kind'], string>> = {
  imported: 'imported',
  played: 'played by you',
};

function RemoveButton({ entry }: { readonly entry: ShelfEntry }) {
  const playground = usePlayground();
  const [asked, setAsked] = useState(false);
  return (
    <Button
      variant="default"
      size="compact-xs"
      aria-label={asked ? `Really remove ${entry.label}` : `Remove ${entry.label}`}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) void playground.shelf.forget(entry.hash);
        else setAsked(true);
      }}
    >
      {asked ? 'Really remove' : 'Remove'}
    </Button>
  );
}

function Entry({ entry }: { readonly entry: ShelfEntry }) {
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
        {rowsOf(entry.rows)}, {KINDS[entry.kind]}, map of {sizeOf(entry.map)}
        <br />
        <code>{entry.hash}</code>
      </p>
      {used ? (
        <span className={styles.used}>in use</span>
      ) : (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={fits ? `Use ${entry.label}` : `Use ${entry.label} and its map`}
            onClick={use}
          >
            {fits ? 'Use' : 'Use with its map'}
          </Button>
          <RemoveButton entry={entry} />
        </div>
      )}
    </li>
  );
}

/** The imported and played datasets that this browser keeps. */
export function ShelfPanel() {
  const playground = usePlayground();
  const entries = useStore(playground.shelf.store, (state) => state.entries);
  return (
    <Group title="Kept in this browser">
      {entries.length === 0 ? (
        <p className={styles.hint}>
          Nothing yet. Imported and played datasets are kept here, so that a reload or a link finds
          them; a link carries only their hash.
        </p>
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
