import { Tooltip } from '@mantine/core';
import { coverage } from '../../../data/dataset';
import { visitsOf } from '../../../data/episodes';
import { formatCount, formatSigned, formatValue } from '../../../texts/format';
import type { Scene } from '../../context';
import { Group } from '../Bench';
import styles from './data.module.css';

/** What the data is worth, before its edits and now: exact, and before any training. */
export function WorthTable({ scene }: { readonly scene: Scene }) {
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
      name: 'rows',
      help: 'Transitions in the dataset.',
      from: before.size,
      to: problem.transitions.size,
      show: whole,
      delta: change,
    },
    {
      name: 'episodes',
      help: 'Where rows are erased from the middle of an episode, what follows is one of its own.',
      from: before.episodes,
      to: problem.episodes,
      show: whole,
      delta: change,
    },
    {
      name: `pairs (s, a) of ${whole(pairs)}`,
      help: 'State–action pairs that the data has tried at least once, of all that can be reached.',
      from: before.seenPairs,
      to: seenPairs,
      show: whole,
      delta: change,
    },
    {
      name: 'the behaviour earns',
      help: 'Exact return of who collected the data. Edits change the data, not its collector.',
      from: truth.behavior,
      to: truth.behavior,
      show: exact,
      delta: signed,
    },
    {
      name: 'imitation earns',
      help: 'Exact return of the policy N(s, a)/N(s), which behavioural cloning converges to.',
      from: before.bcTarget,
      to: truth.bcTarget,
      show: exact,
      delta: signed,
    },
    {
      name: 'best within the data',
      help: 'Exact return of the best policy that takes only actions seen in the data: the in-support optimum.',
      from: before.inSupport,
      to: truth.inSupport,
      show: exact,
      delta: signed,
    },
  ];
  return (
    <Group title="What the data is worth">
      <table className={styles.worth}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Measure</span>
            </th>
            <th scope="col">before</th>
            <th scope="col">now</th>
            <th scope="col">
              <span aria-hidden="true">Δ</span>
              <span className="visually-hidden">change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, help, from, to, show, delta }) => (
            <tr key={help}>
              <th scope="row">
                <Tooltip label={help}>
                  <button type="button" className={styles.term}>
                    {name}
                  </button>
                </Tooltip>
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
}
