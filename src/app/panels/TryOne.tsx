import { ActionIcon } from '@mantine/core';
import { Footprints } from 'lucide-react';
import { useDeferredValue } from 'react';
import { trying } from '../../texts/trying';
import { useModel, usePlayground } from '../basics/context';
import { hinted } from '../floats/hint';
import type { InstanceView } from '../state/instances';

/** Lets one learner act in the world from here on, or no more. */
export function TryOne({ instance }: { readonly instance: InstanceView }) {
  const t = trying();
  const playground = usePlayground();
  const begun = useDeferredValue(useModel((model) => model.step > 0));
  const tries = useModel(
    ({ settings, step }) =>
      settings['online.learners'].includes(instance.id) && step >= settings['online.from'],
  );
  if (!begun) return null;
  const label = tries ? t.stop(instance.short) : t.one(instance.short);
  const toggle = () => {
    const { settings, step } = playground.model;
    const acting = step >= settings['online.from'] ? settings['online.learners'] : [];
    const others = acting.filter((id) => id !== instance.id);
    const learners = tries ? others : [...others, instance.id];
    playground.online(learners.length > 0 ? { learners } : null);
    playground.run();
  };
  return (
    <ActionIcon
      {...hinted(label)}
      variant={tries ? 'filled' : 'subtle'}
      color="var(--ink)"
      size={26}
      aria-label={label}
      aria-pressed={tries}
      onClick={toggle}
    >
      <Footprints size={15} />
    </ActionIcon>
  );
}
