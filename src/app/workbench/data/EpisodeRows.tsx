import { memo } from 'react';
import { useStore } from 'zustand';
import { ACTIONS } from '../../../mdp/types';
import { data } from '../../../texts/data';
import { formatShare, formatValue } from '../../../texts/format';
import type { Scene } from '../../basics/context';
import { placeOf } from '../../state/grid';
import type { Player } from '../replay/player';
import tables from './tables.module.css';
import { ARROWS } from './words';

/** Rows of an episode on show at once. */
const PAGE = 8;

interface EpisodeRowsProps {
  readonly scene: Scene;
  /** First row of the episode in the dataset, and its number of rows. */
  readonly first: number;
  readonly length: number;
  /** The replay, whose step is marked. */
  readonly player: Player;
}

/** The rows of an episode around the step that is replayed. */
export const EpisodeRows = memo(function EpisodeRows({
  scene,
  first,
  length,
  player,
}: EpisodeRowsProps) {
  const step = useStore(player.store, ({ at }) => Math.floor(at));
  const t = data();
  const { transitions } = scene.problem;
  const from = Math.floor(Math.min(step, length - 1) / PAGE) * PAGE;
  const place = (state: number) => {
    const { row, column } = placeOf(scene.grid, state);
    return `${row}, ${column}`;
  };
  const end = (row: number) =>
    transitions.terminal[row] ? t.terminal : transitions.truncated[row] ? t.cut : '';
  return (
    <div className={tables.rows} style={{ minHeight: 26 * (Math.min(PAGE, length) + 1) }}>
      <table className={tables.worth}>
        <caption className="visually-hidden">
          {t.rowsOf(from + 1, Math.min(length, from + PAGE), length)}{' '}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.step}</th>
            <th scope="col">s</th>
            <th scope="col">a</th>
            <th scope="col">r</th>
            <th scope="col">s′</th>
            <th scope="col">π_β</th>
            <th scope="col">{t.end}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.min(PAGE, length - from) }, (_, i) => {
            const row = first + from + i;
            return (
              <tr key={row} data-current={from + i === step || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={tables.link}
                    aria-label={t.goToStep(from + i)}
                    onClick={() => player.seek(from + i)}
                  >
                    {from + i}
                  </button>
                </th>
                <td>{place(transitions.state[row])}</td>
                <td>{ARROWS[ACTIONS[transitions.action[row]]]}</td>
                <td>{formatValue(transitions.reward[row])}</td>
                <td>{place(transitions.nextState[row])}</td>
                <td>{formatShare(transitions.behaviorProbability[row])}</td>
                <td>{end(row)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});
