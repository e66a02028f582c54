import { ActionIcon } from '@mantine/core';
import { Layers } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { runs as texts } from '../../texts/runs';
import { usePlayground } from '../basics/context';
import { hinted } from '../floats/hint';
import { part } from '../part/part';
import { runsOf } from '../state/runs';

const RunsDialog = part(() => import('./RunsDialog'), { over: true });

/** Opens the runs of this visit. */
export function RunsButton() {
  const t = texts();
  const count = useStore(runsOf(usePlayground()).store, ({ kept }) => kept.length);
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <ActionIcon
        {...hinted(t.hint)}
        variant="default"
        size={28}
        aria-label={t.open(count)}
        aria-haspopup="dialog"
        disabled={count === 0}
        onClick={() => setOpened(true)}
      >
        <Layers size={15} />
      </ActionIcon>
      {opened !== null && (
        <RunsDialog
          opened={opened}
          onClose={() => setOpened(false)}
          onGone={() => setOpened(null)}
        />
      )}
    </>
  );
}
