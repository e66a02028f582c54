import { Button } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { shell } from '../../texts/shell';
import { useModel, usePlayground } from '../basics/context';
import { part } from '../part/part';
import { memory } from '../state/memory';

const Lessons = part(() => import('./Lessons'), { over: true });

/** Opens the list of guided lessons; a link into a lesson opens that by itself. */
export function LessonsButton() {
  const [choosing, setChoosing] = useState(false);
  const [wanted, setWanted] = useState(false);
  const playground = usePlayground();
  const linked = useModel(({ settings }) => settings.lesson !== '');
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<GraduationCap size={15} />}
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true);
          setChoosing(true);
        }}
      >
        {shell().lessons}
      </Button>
      {(wanted || linked) && (
        <Lessons
          memory={memory}
          choosing={choosing}
          onChoosing={setChoosing}
          onGone={() => {
            setWanted(false);
            setChoosing(false);
            playground.change({ lesson: '' });
          }}
        />
      )}
    </>
  );
}
