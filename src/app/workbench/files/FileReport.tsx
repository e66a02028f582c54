import { Button, Switch } from '@mantine/core';
import type { Reading } from '../../../data/import/readings/reading';
import { worldDifferences } from '../../../data/import/world';
import { worldOf } from '../../../experiment/settings/world';
import { files } from '../../../texts/files';
import type { FileOffer } from '../../../worker/files/protocol';
import { useModel } from '../../basics/context';
import type { OpenedFile } from './desk';
import { FindingsList } from './FindingsList';
import styles from './files.module.css';
import { ReadingPanel } from './ReadingPanel';
import { useDesk } from './use-desk';

/** Which of the two worlds a file is looked at in. */
export type Which = 'here' | 'other';

/** A button that stands out as the way on. */
const MAIN = { color: 'var(--ink)', c: 'var(--ink-on-ink)', size: 'compact-sm' } as const;

function Details({ offer }: { readonly offer: FileOffer }) {
  const t = files();
  const { report } = offer;
  return (
    <>
      <FindingsList
        findings={report.faults}
        counts={report.faultCounts}
        words={t.faults}
        tone="fault"
      />
      <FindingsList
        findings={report.warnings}
        counts={report.warningCounts}
        words={t.warnings}
        tone="warning"
      />
      {report.notes.map((note) => (
        <p key={note} className={styles.hint}>
          {note}
        </p>
      ))}
    </>
  );
}

/** The same rows in the world that the file states. */
function OtherOffer({ opened, ...view }: ReportProps) {
  const t = files();
  const desk = useDesk();
  const { other } = opened.read;
  if (other === null) return null;
  return (
    <section className={styles.offer} aria-label={t.otherWorld}>
      <p>
        <strong>{t.statesOther}</strong> {other.report.summary}
      </p>
      <ul className={styles.differences}>
        {other.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      {other.preview && (
        <div className={styles.buttons}>
          <Button {...MAIN} onClick={() => desk.use('other')}>
            {t.takeOther(other.report.offered)}
          </Button>
          <ShowButton which="other" {...view} />
        </div>
      )}
      {view.shown === 'other' && <Details offer={other} />}
    </section>
  );
}

function ShowButton({
  which,
  shown,
  onShow,
}: Pick<ReportProps, 'shown' | 'onShow'> & { readonly which: Which }) {
  if (shown === which) return null;
  return (
    <Button variant="default" size="compact-sm" onClick={() => onShow(which)}>
      {files().show}
    </Button>
  );
}

/** The rows in the present world. */
function HereOffer({ opened, ...view }: ReportProps) {
  const t = files();
  const desk = useDesk();
  const settings = useModel((model) => model.settings);
  const { file, acceptRewards, reading, wanted, read } = opened;
  const { here, other } = read;
  const stale = worldDifferences(here.world, worldOf(settings)).length > 0;
  const again = (how: { readonly acceptRewards?: boolean; readonly reading?: Reading | null }) =>
    void desk.open(file, { acceptRewards, reading, wanted, ...how });
  const asksRewards = acceptRewards || (here.report.faultCounts.reward ?? 0) > 0;
  return (
    <section className={styles.offer} aria-label={t.hereWorld}>
      <p>
        {other && <strong>{t.inPresent} </strong>}
        {here.report.summary}
      </p>
      {stale && <p className={styles.caution}>{t.stale}</p>}
      <div className={styles.buttons}>
        {stale ? (
          <Button variant="default" size="compact-sm" onClick={() => again({})}>
            {t.checkAgain}
          </Button>
        ) : (
          here.preview && (
            <Button
              {...MAIN}
              {...(other && other.report.good > here.report.good
                ? { variant: 'default', c: 'var(--ink)' }
                : {})}
              onClick={() => desk.use('here')}
            >
              {t.takeHere(here.report.offered)}
            </Button>
          )
        )}
        {here.preview && <ShowButton which="here" {...view} />}
      </div>
      {read.format !== null && here.report.rows > 0 && (
        <ReadingPanel
          offer={here}
          chosen={reading !== null}
          onChoose={(wish) => again({ reading: wish })}
        />
      )}
      {asksRewards && (
        <Switch
          size="sm"
          label={t.keepRewards}
          description={t.keepRewardsHelp}
          checked={acceptRewards}
          onChange={({ currentTarget }) => again({ acceptRewards: currentTarget.checked })}
        />
      )}
      {view.shown === 'here' && <Details offer={here} />}
    </section>
  );
}

interface ReportProps {
  readonly opened: OpenedFile;
  /** Which offer is on the map. */
  readonly shown: Which;
  readonly onShow: (which: Which) => void;
}

/** Everything that is to be said of a file, and what can be done with it. Nothing has been applied. */
export function FileReport(props: ReportProps) {
  const t = files();
  const desk = useDesk();
  const edits = useModel((model) => model.settings['data.edits']);
  const { opened } = props;
  const { here, other } = opened.read;
  const otherFirst = other !== null && other.report.good > here.report.good;
  return (
    <div className={styles.report}>
      <p className={styles.name}>{opened.file.name}</p>
      {opened.wanted !== null && (
        <p className={styles.caution}>
          {t.notWanted(opened.wanted, here.preview?.data.hash ?? null)}
        </p>
      )}
      {otherFirst && <OtherOffer {...props} />}
      <HereOffer {...props} />
      {!otherFirst && <OtherOffer {...props} />}
      {edits !== '' && <p className={styles.hint}>{t.editsApply} </p>}
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={() => desk.discard()}>
          {t.discard}
        </Button>
        <span className={styles.hint}>{t.untilYouSay}</span>
      </div>
    </div>
  );
}
