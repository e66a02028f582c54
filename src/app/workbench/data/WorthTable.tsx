import { memo } from 'react';
import { coverage } from '../../../data/dataset';
import { visitsOf } from '../../../data/episodes';
import { data } from '../../../texts/data';
import { formatCount, formatSigned, formatValue } from '../../../texts/format';
import type { Scene } from '../../basics/context';
import { hinted } from '../../floats/hint';
import { Group } from '../Bench';
import tables from './tables.module.css';

/** What the data is worth, before its edits and now: exact, and before any training. */
export const WorthTable = memo(function WorthTable({ scene }: { readonly scene: Scene }) {
  const t = data();
  const { problem, grid } = scene;
  const { before } = problem.surgery;
  const { truth } = problem;
  const { seenPairs, pairs } = coverage(grid.mdp, {
    pairs: problem.counts,
    states: visitsOf(problem.counts),
  });
  const whole = (value: number) => formatCount(value);
  const change = (value: number) => (value > 0 ? `+${whole(value)}` : `−${whole(-value)}`);
  const exact = (value: number) => formatValue(value, 3);
  const signed = (value: number) => formatSigned(value, 3);
  const lines = [
    {
      name: t.rows,
      help: t.rowsHelp,
      from: before.size,
      to: problem.transitions.size,
      show: whole,
      delta: change,
    },
    {
      name: t.episodeCount,
      help: t.episodesHelp,
      from: before.episodes,
      to: problem.episodes,
      show: whole,
      delta: change,
    },
    {
      name: t.pairs(pairs),
      help: t.pairsHelp,
      from: before.seenPairs,
      to: seenPairs,
      show: whole,
      delta: change,
    },
    {
      name: t.behavior,
      help: t.behaviorHelp,
      from: truth.behavior,
      to: truth.behavior,
      show: exact,
      delta: signed,
    },
    {
      name: t.imitation,
      help: t.imitationHelp,
      from: before.bcTarget,
      to: truth.bcTarget,
      show: exact,
      delta: signed,
    },
    {
      name: t.inSupport,
      help: t.inSupportHelp,
      from: before.inSupport,
      to: truth.inSupport,
      show: exact,
      delta: signed,
    },
  ];
  return (
    <Group title={t.worth}>
      <table className={tables.worth}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.measure}</span>
            </th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.now}</th>
            <th scope="col">
              <span aria-hidden="true">Δ</span>
              <span className="visually-hidden">{t.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, help, from, to, show, delta }) => (
            <tr key={help}>
              <th scope="row">
                <button {...hinted(help)} type="button" className={tables.term}>
                  {name}
                </button>
              </th>
              <td>{show(from)}</td>
              <td>
                <strong>{show(to)}</strong>
              </td>
              <td data-changed={show(to) !== show(from)}>
                {show(to) === show(from) ? '–' : delta(to - from)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  );
});
