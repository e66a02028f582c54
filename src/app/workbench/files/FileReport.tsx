import { Button, Switch } from '@mantine/core';
import { worldDifferences } from '../../../data/import/world';
import { worldOf } from '../../../experiment/settings/world';
import type { FileOffer } from '../../../worker/files-protocol';
import { useModel } from '../../context';
import type { OpenedFile } from './desk';
import { FindingsList } from './FindingsList';
import styles from './files.module.css';
import { useDesk } from './use-desk';
import { FAULT_WORDS, rowsOf, WARNING_WORDS } from './words';

/** Which of the two worlds a file is looked at in. */
export type Which = 'here' | 'other';

/** A button that stands out as the way on. */
const MAIN = { color: 'var(--ink)', c: 'var(--ink-on-ink)', size: 'compact-sm' } as const;

function Details({ offer }: { readonly offer: FileOffer }) {
  const { report } = offer;
  return (
    <>
      <FindingsList
        findings={report.faults}
        counts={report.faultCounts}
        words={FAULT_WORDS}
        tone="fault"
      />
      <FindingsList
        findings={report.warnings}
        counts={report.warningCounts}
        words={WARNING_WORDS}
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
  const desk = useDesk();
  const { other } = opened.read;
  if (other === null) return null;
  return (
    <section className={styles.offer} aria-label="The world of the file">
      <p>
        <strong>The file states another world.</strong> {other.report.summary}
      </p>
      <ul className={styles.differences}>
        {other.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      {other.preview && (
        <div className={styles.buttons}>
          <Button {...MAIN} onClick={() => desk.use('other')}>
            Use its world and {rowsOf(other.report.offered)}
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
      Show it
    </Button>
  );
}

/** The rows in the present world. */
function HereOffer({ opened, ...view }: ReportProps) {
  const desk = useDesk();
  const settings = useModel((model) => model.settings);
  const { file, acceptRewards, wanted, read } = opened;
  const { here, other } = read;
  const stale = worldDifferences(here.world, worldOf(settings)).length > 0;
  const again = (accept: boolean) => void desk.open(file, accept, wanted);
  const asksRewards = acceptRewards || (here.report.faultCounts.reward ?? 0) > 0;
  return (
    <section className={styles.offer} aria-label="The present world">
      <p>
        {other && <strong>In the present world. </strong>}
        {here.report.summary}
      </p>
      {stale && <p className={styles.caution}>The world has changed since the file was read.</p>}
      <div className={styles.buttons}>
        {stale ? (
          <Button variant="default" size="compact-sm" onClick={() => again(acceptRewards)}>
            Check again
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
              Use {here.report.offered === 1 ? 'this' : 'these'} {rowsOf(here.report.offered)}
            </Button>
          )
        )}
        {here.preview && <ShowButton which="here" {...view} />}
      </div>
      {asksRewards && (
        <Switch
          size="sm"
          label="Keep rows with other rewards"
          description="For rewards to which noise was added, or of other rules."
          checked={acceptRewards}
          onChange={({ currentTarget }) => again(currentTarget.checked)}
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
  const desk = useDesk();
  const edits = String(useModel((model) => model.settings['data.edits']));
  const { opened } = props;
  const { here, other } = opened.read;
  const otherFirst = other !== null && other.report.good > here.report.good;
  return (
    <div className={styles.report}>
      <p className={styles.name}>{opened.file.name}</p>
      {opened.wanted !== null && (
        <p className={styles.caution}>
          This is not the dataset {opened.wanted} that was asked for
          {here.preview ? `: the hash of its rows is ${here.preview.data.hash}` : ''}. It can be
          used all the same.
        </p>
      )}
      {otherFirst && <OtherOffer {...props} />}
      <HereOffer {...props} />
      {!otherFirst && <OtherOffer {...props} />}
      {edits !== '' && (
        <p className={styles.hint}>
          The dataset surgery that is set applies to these rows as well.
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={() => desk.discard()}>
          Discard
        </Button>
        <span className={styles.hint}>Nothing is replaced until you say so.</span>
      </div>
    </div>
  );
}
