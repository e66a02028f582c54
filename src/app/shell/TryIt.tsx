import { Footprints } from 'lucide-react';
import { useDeferredValue } from 'react';
import { formatCount } from '../../texts/format';
import { trying } from '../../texts/trying';
import { useModel, usePlayground } from '../basics/context';
import { hinted } from '../floats/hint';
import { onlineSince } from '../state/online';
import styles from './Stale.module.css';

/** Moves in the world so far, of the learner and seed that has made the most. */
function useMoves(): number {
  return useModel(({ snapshot }) =>
    Math.max(
      0,
      ...Object.values(snapshot?.learners ?? {}).flatMap(({ seeds }) =>
        seeds.map(({ online }) => online?.steps ?? 0),
      ),
    ),
  );
}

/** Lets every learner act in the world from here on, and leads back to where that began. */
export function TryIt() {
  const t = trying();
  const playground = usePlayground();
  const since = useModel(onlineSince);
  const begun = useDeferredValue(useModel((model) => model.step > 0 && model.failure === null));
  const moves = useMoves();
  if (!begun) return null;
  if (since === null)
    return (
      <button
        {...hinted(t.allHint)}
        type="button"
        className={styles.offer}
        onClick={() => {
          playground.online({});
          playground.run();
        }}
      >
        <Footprints size={14} /> {t.all}
      </button>
    );
  return (
    <span className={styles.stale}>
      {t.since(since, formatCount(moves))}{' '}
      <button type="button" className={styles.again} onClick={() => playground.offline()}>
        {t.back}
      </button>
    </span>
  );
}
