import { SegmentedControl } from '@mantine/core';
import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { runs as texts } from '../../texts/runs';
import { useInstances, useModel, usePlayground } from '../basics/context';
import { settingName } from '../controls/edit-marks';
import { settingText } from '../controls/setting-text';
import { differingKeys, type KeptRun, type RunsView, runsOf, settingsOf } from '../state/runs';
import styles from './panels.module.css';
import { useIsHere, usePinned, useShownRun } from './pinned';

function Differences({ run }: { readonly run: KeptRun }) {
  const settings = useModel((model) => model.settings);
  const t = texts();
  const then = settingsOf(run);
  const changes = differingKeys(then, settings).map((key) => ({
    name: settingName(key, settings),
    from: settingText(key, then),
    to: settingText(key, settings),
  }));
  return (
    <span className={styles.differences}>{changes.length > 0 ? t.differ(changes) : t.same}</span>
  );
}

/** The run that is compared with, what it differs in, and whose maps are shown. */
export default function Comparison() {
  const playground = usePlayground();
  const pinned = usePinned();
  const shown = useShownRun();
  const maps = useStore(runsOf(playground).store, (view) => view.maps);
  const isHere = useIsHere(pinned);
  const instances = useInstances();
  if (pinned === null) return null;
  const t = texts();
  const runs = runsOf(playground);
  const together = instances.some(({ id }) => pinned.moment.frame.learners[id]);
  return (
    <section className={styles.comparison} aria-label={t.comparison}>
      <strong>{t.pinned(pinned.number)}</strong>
      <Differences run={pinned} />
      {isHere && maps === 'turns' && (
        <span className={styles.turn} data-turn>
          {shown ? t.ofRun(pinned.number) : t.now}
        </span>
      )}
      {isHere && together ? (
        <SegmentedControl
          size="xs"
          aria-label={t.maps}
          withItemsBorders={false}
          data={[
            { value: 'now', label: t.now },
            { value: 'pinned', label: t.ofRun(pinned.number) },
            { value: 'turns', label: t.turns },
          ]}
          value={maps}
          onChange={(wanted) => runs.showMaps(wanted as RunsView['maps'])}
        />
      ) : (
        <span>{t.otherWorld}</span>
      )}
      <button
        type="button"
        className={styles.unpin}
        aria-label={t.unpin}
        onClick={() => runs.pin(null)}
      >
        <X size={14} />
      </button>
    </section>
  );
}
