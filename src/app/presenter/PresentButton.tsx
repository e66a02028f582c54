import { Button } from '@mantine/core';
import { Presentation } from 'lucide-react';
import { shell } from '../../texts/shell';
import { useModel, usePlayground } from '../basics/context';
import { part } from '../part/part';

const Presenter = part(() => import('./Presenter'), { over: true });

/** Begins the lecture; a link into it opens it by itself. */
export function PresentButton() {
  const playground = usePlayground();
  const presenting = useModel(({ settings }) => settings.present !== '');
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Presentation size={14} />}
        onClick={() => playground.change({ present: 'title' })}
      >
        {shell().present}
      </Button>
      {presenting && <Presenter onGone={() => playground.change({ present: '' })} />}
    </>
  );
}
