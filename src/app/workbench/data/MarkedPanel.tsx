import { Button } from '@mantine/core';
import { Eraser } from 'lucide-react';
import type { Region } from '../../../data/edits';
import { actionsIn } from '../../../data/episodes';
import { statesIn } from '../../../data/surgery';
import { ACTIONS, type ActionName } from '../../../mdp/types';
import { formatCount, formatShare } from '../../../texts/format';
import type { Scene } from '../../context';
import { Group } from '../Bench';
import styles from './data.module.css';
import { ARROWS, sayRegion } from './words';

interface MarkedPanelProps {
  readonly scene: Scene;
  readonly region: Region | null;
  readonly onErase: (action?: ActionName) => void;
}

/** What the data has of the marked cells, and how to be rid of it. */
export function MarkedPanel({ scene, region, onErase }: MarkedPanelProps) {
  if (region === null)
    return (
      <Group title="Marked on the map">
        <p className={styles.hint}>
          What if this corridor had never been visited? Drag over some cells of the map, then erase
          their data. One cell alone shows its numbers.
        </p>
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
    <Group title="Marked on the map">
      <p className={styles.marked}>
        {sayRegion(region)}: <strong>{formatCount(total)}</strong> {total === 1 ? 'row' : 'rows'}
      </p>
      <table className={styles.worth}>
        <thead>
          <tr>
            <th scope="col">action</th>
            <th scope="col">N(s, a)</th>
            <th scope="col">share</th>
            {only >= 0 && <th scope="col">{known ? 'π_β(a|s)' : 'π_β, empirical'}</th>}
            <th scope="col">
              <span className="visually-hidden">Erase</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ACTIONS.map((action, a) => (
            <tr key={action}>
              <th scope="row">
                {ARROWS[action]} {action}
              </th>
              <td>{formatCount(counts[a])}</td>
              <td>{total > 0 ? formatShare(counts[a] / total) : '–'}</td>
              {only >= 0 && <td>{formatShare(problem.behaviorPolicy[only * 4 + a])}</td>}
              <td>
                <button
                  type="button"
                  className={styles.link}
                  aria-label={`Erase the action ${action} here`}
                  onClick={() => onErase(action)}
                >
                  erase
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
        Erase all data here
      </Button>
    </Group>
  );
}
