import { Button } from '@mantine/core';
import { Presentation } from 'lucide-react';
import { useState } from 'react';
import { shell } from '../../texts/shell';
import { useModel, usePlayground } from '../basics/context';
import { part } from '../part/part';

const Presenter = part(() => import('./Presenter'), { over: true });
const LectureDialog = part(() => import('./LectureDialog'), { over: true });

/** Opens the lecture, to be given or collected; a link into it begins it by itself. */
export function PresentButton() {
  const playground = usePlayground();
  const [opened, setOpened] = useState<boolean | null>(null);
  const presenting = useModel(({ settings }) => settings.present !== '' || settings.lecture !== '');
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Presentation size={14} />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {shell().present}
      </Button>
      {opened !== null && (
        <LectureDialog
          opened={opened}
          onClose={() => setOpened(false)}
          onGone={() => setOpened(null)}
        />
      )}
      {presenting && (
        <Presenter onGone={() => playground.change({ present: '', lecture: undefined })} />
      )}
    </>
  );
}
