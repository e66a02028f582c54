import { Button } from '@mantine/core';
import { PencilLine } from 'lucide-react';
import { useMemo, useState } from 'react';
import { instanceSettings } from '../../experiment/settings/instances';
import { ProgramFault } from '../../learners/language/fault';
import { inside as texts } from '../../texts/inside';
import { useModel, usePlayground } from '../basics/context';
import { Dialog } from '../dialog/Dialog';
import type { InstanceView } from '../state/instances';
import { type Inside as Found, insideOf } from './contents';
import { draftsOf } from './drafts';
import { Looking } from './Looking';
import styles from './program.module.css';
import { Writing } from './Writing';
import { isWrittenHere } from './written';

/** What is in it, worked out while somebody looks; null where its program says nothing. */
function useInside(instance: InstanceView, opened: boolean): Found | null {
  const settings = useModel((model) => (opened ? model.settings : null));
  return useMemo(() => {
    if (settings === null) return null;
    try {
      return insideOf(instance, settings);
    } catch (error) {
      if (error instanceof ProgramFault) return null;
      throw error;
    }
  }, [instance, settings]);
}

/** What a learner is made of, and the way to change it. */
export default function Inside({
  instance,
  opened,
  onClose,
}: {
  readonly instance: InstanceView;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = texts();
  const playground = usePlayground();
  const inside = useInside(instance, opened);
  const text = useModel(
    ({ settings }) => instanceSettings(settings, instance.id)[instance.method.programIn ?? ''],
  );
  const written = typeof text === 'string' ? text : null;
  const theirs = opened && written !== null && !isWrittenHere(playground.memory, written);
  const isOwn = instance.method.programIn !== undefined;
  // What was begun is gone on with.
  const [writing, setWriting] = useState(() => draftsOf(playground).has(instance.id));
  const writes = writing || (opened && inside === null);
  const close = () => {
    setWriting(draftsOf(playground).has(instance.id));
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={writes && isOwn ? t.writing(instance.label) : t.title(instance.label)}
      close={t.close}
      size={820}
      ground="card"
    >
      {!writes && <p className={styles.intro}>{t.intro}</p>}
      {theirs && <p className={styles.theirs}>{t.theirs}</p>}
      {writes ? (
        <Writing
          instance={instance}
          from={written ?? inside?.text ?? ''}
          onDone={() => {
            setWriting(false);
            onClose();
          }}
        />
      ) : (
        inside && (
          <>
            <Looking instance={instance} inside={inside} onLeave={close} />
            <div className={styles.actions}>
              <Button
                color="var(--ink)"
                size="sm"
                leftSection={<PencilLine size={14} />}
                onClick={() => setWriting(true)}
              >
                {t.change}
              </Button>
              {!isOwn && <p className={styles.help}>{t.changeHelp}</p>}
            </div>
          </>
        )
      )}
    </Dialog>
  );
}
