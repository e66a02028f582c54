import { ActionIcon, SegmentedControl } from '@mantine/core';
import { Microscope } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatValue } from '../../texts/format';
import { why as texts } from '../../texts/why';
import { words } from '../../texts/words';
import { type Scene, useInstances, useModel, useScene } from '../basics/context';
import { hinted } from '../floats/hint';
import { describePlace } from '../map/describe';
import type { Backup, Chain } from '../state/backups';
import { shownLearner, shownOf } from '../state/seeds';
import { openMicroscope } from '../workbench/opened';
import { chainAt } from './chain';
import styles from './panels.module.css';

/** Links of a chain that are shown at its beginning, and at its end. */
const FIRST = 4;
const LAST = 3;

function Link({
  scene,
  backup,
  instance,
}: {
  readonly scene: Scene;
  readonly backup: Backup;
  readonly instance: string;
}) {
  const t = texts();
  const { state, action, value, seen, target } = backup;
  const place = describePlace(scene.grid, state);
  const pair = t.pair(place, words().actions[action]);
  return (
    <li>
      {seen === null || target === null
        ? t.untried(pair, formatValue(value))
        : t.backup({
            pair,
            value: formatValue(value),
            reward: formatValue(seen.reward),
            target: formatValue(target),
            count: backup.count,
            ends: seen.terminal,
          })}
      {seen && (
        <ActionIcon
          {...hinted(t.look(seen.row + 1))}
          variant="subtle"
          color="var(--ink)"
          size={24}
          aria-label={t.look(seen.row + 1)}
          onClick={() => openMicroscope({ row: seen.row, instance })}
        >
          <Microscope size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

function Links({
  scene,
  chain: { backups, source },
  instance,
}: {
  readonly scene: Scene;
  readonly chain: Chain;
  readonly instance: string;
}) {
  const t = texts();
  const left = backups.length > FIRST + LAST + 1 ? backups.length - FIRST - LAST : 0;
  const shown = left > 0 ? [...backups.slice(0, FIRST), ...backups.slice(-LAST)] : backups;
  return (
    <>
      <ol className={styles.backups}>
        {shown.map((backup) => (
          <Link
            key={`${backup.state} ${backup.action}`}
            scene={scene}
            backup={backup}
            instance={instance}
          />
        ))}
      </ol>
      {left > 0 && <p className={styles.source}>{t.left(left)}</p>}
      <p className={styles.source}>
        <strong>{t.source[source]}</strong>
      </p>
    </>
  );
}

/** Why a learner's arrow points where it does: the backups that made the value behind it, link by link. */
export default function WhyArrow() {
  const t = texts();
  const scene = useScene();
  const instances = useInstances().filter(({ method }) => method.hasValues);
  const pinned = useModel((model) => model.pinned);
  const frame = useModel((model) => (model.snapshot?.step ? model.frame : null));
  const shown = useModel(({ settings }) => shownOf(settings));
  const [wanted, setWanted] = useState('');
  const instance = instances.find(({ id }) => id === wanted) ?? instances[0];
  const chain = useMemo(() => {
    const values = instance && shownLearner(frame?.learners[instance.id], shown);
    if (!scene || !values || pinned === null) return null;
    return chainAt(scene, values, instance.method.consults ?? 'everything', pinned);
  }, [scene, frame, instance, shown, pinned]);
  if (!scene || chain === null) return null;
  return (
    <section className={styles.why} aria-label={t.title}>
      <header>
        <h4>{t.title}</h4>
        {instances.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t.whose}
            withItemsBorders={false}
            data={instances.map(({ id, short }) => ({ value: id, label: short }))}
            value={instance.id}
            onChange={setWanted}
          />
        )}
      </header>
      <Links scene={scene} chain={chain} instance={instance.id} />
    </section>
  );
}
