import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { insideButton } from '../../texts/insideButton';
import { part } from '../part/part';
import type { InstanceView } from '../state/instances';

const Inside = part(() => import('./Inside'), { over: true });
const Theirs = part(() => import('./Theirs'), { waiting: () => null });

/** Opens what a learner is made of. */
export function OpenInside({ instance }: { readonly instance: InstanceView }) {
  // Null as long as nobody has asked: nothing is loaded before.
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      {instance.method.programIn && <Theirs instance={instance} />}
      <ActionIcon
        className="download"
        variant="subtle"
        color="gray"
        size={24}
        aria-label={insideButton().open(instance.label)}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <i aria-hidden="true">{'ƒ'}</i>
      </ActionIcon>
      {opened !== null && (
        <Inside
          instance={instance}
          opened={opened}
          onClose={() => setOpened(false)}
          onGone={() => setOpened(null)}
        />
      )}
    </>
  );
}
