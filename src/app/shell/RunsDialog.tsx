import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { scenarioById } from '../../experiment/scenarios';
import { describe, differences } from '../../experiment/settings/describe';
import { encodeMoment } from '../../experiment/settings/moment';
import { encodeHash } from '../../experiment/settings/url';
import { formatValue } from '../../texts/format';
import { runs as texts } from '../../texts/runs';
import { usePlayground, useScheme } from '../basics/context';
import { saveFile } from '../basics/save-file';
import { returnDomain } from '../charts/axis';
import { settingName } from '../controls/edit-marks';
import { settingText } from '../controls/setting-text';
import { Dialog } from '../dialog/Dialog';
import { toleranceIn } from '../state/grid';
import { instancesOf } from '../state/instances';
import { originOf } from '../state/origin';
import { type KeptRun, runsOf, settingsOf } from '../state/runs';
import { headlineOf, type LearnerVerdict, verdictsOf } from '../state/verdict';
import styles from './RunsDialog.module.css';

function verdictsIn(run: KeptRun): readonly LearnerVerdict[] {
  const { problem, moment } = run;
  const tolerance = toleranceIn(problem);
  return verdictsOf(moment.snapshot, instancesOf(settingsOf(run)), tolerance);
}

const linkOf = ({ base, edits, moment }: KeptRun) =>
  `${encodeHash(base, edits)}${encodeMoment({ at: moment.step, guess: [] })}`;

/** The scenario of a run, and the settings in which it differs from that as shipped. */
function settingsText(run: KeptRun): string {
  const settings = settingsOf(run);
  const changes = Object.keys(differences(settings))
    .filter((key) => key !== 'scenario' && describe(key, settings).scope !== 'view')
    .map((key) => `${settingName(key, settings)} ${settingText(key, settings)}`);
  const title = scenarioById(settings.scenario)?.title ?? settings.scenario;
  return [title, ...(changes.length > 0 ? changes : [texts().asShipped])].join(' · ');
}

/** Width and height of a learner's line in a thumbnail, in pixels. */
const LINE = { width: 132, height: 13 };

/** What each learner believes and earns, on one line each. */
function Thumbnail({
  run,
  verdicts,
}: {
  readonly run: KeptRun;
  readonly verdicts: readonly LearnerVerdict[];
}) {
  const t = texts();
  const scheme = useScheme();
  const [low, high] = returnDomain(run.problem.truth);
  const x = (value: number) =>
    6 + (LINE.width - 12) * Math.min(1, Math.max(0, (value - low) / (high - low)));
  const said = verdicts.map(({ instance, believed, earned }) =>
    believed === null
      ? t.earns(instance.short, formatValue(earned))
      : t.believes(instance.short, formatValue(believed), formatValue(earned)),
  );
  return (
    <svg
      width={LINE.width}
      height={LINE.height * verdicts.length}
      role="img"
      aria-label={said.join('; ')}
      className={styles.thumbnail}
    >
      {verdicts.map(({ instance, believed, earned }, i) => {
        const y = LINE.height * (i + 0.5);
        const color = instance.color[scheme];
        return (
          <g key={instance.id} stroke={color}>
            <path d={`M6 ${y}H${LINE.width - 6}`} stroke="var(--line)" />
            {believed !== null && (
              <>
                <path d={`M${x(earned)} ${y}H${x(believed)}`} strokeWidth={3} opacity={0.45} />
                <circle cx={x(believed)} cy={y} r={3.5} fill="var(--card)" strokeWidth={1.6} />
              </>
            )}
            <circle cx={x(earned)} cy={y} r={4} fill={color} />
          </g>
        );
      })}
    </svg>
  );
}

function Entry({ run, onClose }: { readonly run: KeptRun; readonly onClose: () => void }) {
  const t = texts();
  const playground = usePlayground();
  const runs = runsOf(playground);
  const pinned = useStore(runs.store, (view) => view.pinned === run);
  const verdicts = useMemo(() => verdictsIn(run), [run]);
  return (
    <li className={styles.run}>
      <Thumbnail run={run} verdicts={verdicts} />
      <div className={styles.words}>
        <h3>
          {t.run(run.number)} <small>{t.steps(run.moment.step)}</small>
        </h3>
        <p>{headlineOf(verdicts, run.problem.truth, true)}</p>
        <p className={styles.settings}>{settingsText(run)}</p>
      </div>
      <div className={styles.actions}>
        <Button
          size="xs"
          variant="default"
          aria-pressed={pinned}
          onClick={() => {
            runs.pin(pinned ? null : run);
            if (!pinned) onClose();
          }}
        >
          {pinned ? t.pinnedNow : t.pin}
        </Button>
        <Button
          size="xs"
          variant="default"
          title={t.againHint}
          onClick={() => {
            playground.open(linkOf(run));
            onClose();
          }}
        >
          {t.again}
        </Button>
      </div>
    </li>
  );
}

/** What a file of runs holds. */
function exported(kept: readonly KeptRun[]): string {
  const rows = kept.map((run) => ({
    run: run.number,
    link: linkOf(run),
    step: run.moment.step,
    settings: differences(settingsOf(run)),
    verdict: headlineOf(verdictsIn(run), run.problem.truth, true),
    origin: originOf(run.moment.snapshot),
    snapshot: run.moment.snapshot,
  }));
  return `${JSON.stringify({ runs: rows }, null, 1)}\n`;
}

/** The runs of this visit: to go back to, to compare with, to take home. */
export default function RunsDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = texts();
  const kept = useStore(runsOf(usePlayground()).store, (view) => view.kept);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.title}
      close={t.close}
      size={820}
      ground="paper"
    >
      <div className={styles.head}>
        <p>{kept.length > 0 ? t.intro : t.none}</p>
        {kept.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Download size={14} />}
            onClick={() => saveFile(exported(kept), 'offgrid-runs.json', 'application/json')}
          >
            {t.export}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {kept.map((run) => (
          <Entry key={run.number} run={run} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}
