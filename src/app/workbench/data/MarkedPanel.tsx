import { Button } from '@mantine/core';
import { Eraser } from 'lucide-react';
import { memo } from 'react';
import type { Region } from '../../../data/edits';
import { actionsIn } from '../../../data/episodes';
import { statesIn } from '../../../data/surgery';
import { ACTIONS, type ActionName } from '../../../mdp/types';
import { data } from '../../../texts/data';
import { formatCount, formatShare } from '../../../texts/format';
import type { Scene } from '../../basics/context';
import { fill } from '../../basics/fill';
import { Group } from '../Bench';
import styles from './data.module.css';
import tables from './tables.module.css';
import { ARROWS, sayAction, sayRegion } from './words';

interface MarkedPanelProps {
  readonly scene: Scene;
  readonly region: Region | null;
  readonly onErase: (action?: ActionName) => void;
}

/** What the data has of the marked cells, and how to be rid of it. */
export const MarkedPanel = memo(function MarkedPanel({ scene, region, onErase }: MarkedPanelProps) {
  const t = data();
  if (region === null)
    return (
      <Group title={t.markedTitle}>
        <p className={styles.hint}>{t.markSome} </p>
      </Group>
    );
  const { grid, problem } = scene;
  const inside = statesIn(grid.mdp, region);
  const counts = actionsIn(problem.counts, inside);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const only =
    region.top === region.bottom && region.left === region.right
      ? grid.stateOfCell[region.top * grid.columns + region.left]
      : -1;
  const { source } = problem;
  const known = source.kind !== 'given' || source.behaviorKnown;
  return (
    <Group title={t.markedTitle}>
      <p className={styles.marked}>
        {fill(t.markedRows(total), {
          region: sayRegion(region),
          rows: <strong>{formatCount(total)}</strong>,
        })}
      </p>
      <table className={tables.worth}>
        <thead>
          <tr>
            <th scope="col">{t.action}</th>
            <th scope="col">N(s, a)</th>
            <th scope="col">{t.share}</th>
            {only >= 0 && <th scope="col">{known ? 'π_β(a|s)' : t.empirical}</th>}
            <th scope="col">
              <span className="visually-hidden">{t.eraseColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ACTIONS.map((action, a) => (
            <tr key={action}>
              <th scope="row">
                {ARROWS[action]} {sayAction(action)}
              </th>
              <td>{formatCount(counts[a])}</td>
              <td>{total > 0 ? formatShare(counts[a] / total) : '–'}</td>
              {only >= 0 && <td>{formatShare(problem.behaviorPolicy[only * 4 + a])}</td>}
              <td>
                <button
                  type="button"
                  className={tables.link}
                  aria-label={t.eraseAction(sayAction(action))}
                  onClick={() => onErase(action)}
                >
                  {t.erase}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        variant="default"
        size="xs"
        leftSection={<Eraser size={14} />}
        onClick={() => onErase()}
      >
        {t.eraseAll}
      </Button>
    </Group>
  );
});
