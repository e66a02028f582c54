import { Button } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { shell } from '../../texts/shell';
import { useModel } from '../context';
import { memory } from '../state/memory';

const Lessons = lazy(() => import('./Lessons'));

/** Opens the list of guided lessons; a link into a lesson opens that by itself. */
export function LessonsButton() {
  const [choosing, setChoosing] = useState(false);
  const [wanted, setWanted] = useState(false);
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
        <Suspense fallback={null}>
          <Lessons memory={memory} choosing={choosing} onChoosing={setChoosing} />
        </Suspense>
      )}
    </>
  );
}
