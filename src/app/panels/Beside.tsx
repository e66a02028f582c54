import { useMemo } from 'react';
import { runs as texts } from '../../texts/runs';
import { toleranceIn } from '../state/grid';
import type { InstanceView } from '../state/instances';
import { verdictsOf } from '../state/verdict';
import styles from './panels.module.css';
import { usePinned } from './pinned';

/** What the pinned run came to, of one learner; nothing where no run is pinned or it was not in it. */
export function Beside({ instance }: { readonly instance: InstanceView }) {
  const pinned = usePinned();
  const said = useMemo(() => {
    if (pinned === null) return null;
    const { problem, moment } = pinned;
    const tolerance = toleranceIn(problem);
    return verdictsOf(moment.snapshot, [instance], tolerance)[0] ?? null;
  }, [pinned, instance]);
  if (pinned === null || said === null) return null;
  return (
    <p className={styles.beside}>{texts().beside(pinned.number, said.arrival, said.account)}</p>
  );
}
