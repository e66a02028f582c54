import { shell } from '../../texts/shell';
import { ArticlePlace } from '../article/ArticlePlace';
import { useModel } from '../basics/context';
import { Covered } from '../basics/covered';
import { InTurn } from '../basics/turn';
import { Floats } from '../floats/Floats';
import { CellSheet } from '../panels/CellSheet';
import { Evidence } from '../panels/Evidence';
import { Learners } from '../panels/Learners';
import { WorldPanel } from '../panels/WorldPanel';
import { Region } from '../part/part';
import { LookFor } from '../shell/LookFor';
import { Notices } from '../shell/Notices';
import { Transport } from '../shell/Transport';
import { Verdict } from '../shell/Verdict';
import { useOpenedTab } from '../workbench/opened';
import { Header } from './Header';
import styles from './playground.module.css';

function Columns() {
  const presenting = useModel(({ settings }) => settings.present !== '');
  // On a phone what was asked for comes first: the data before a run, the learners from then on.
  const begun = useModel(({ status, step }) => status === 'running' || step > 0);
  const covered = useOpenedTab() !== null || presenting;
  return (
    <Covered value={covered}>
      <div className={styles.stage}>
        <div className={styles.columns} data-begun={begun || undefined}>
          <Region>
            <InTurn>
              <WorldPanel />
            </InTurn>
          </Region>
          <Region>
            <InTurn>
              <Learners />
            </InTurn>
          </Region>
          <Region>
            <InTurn>
              <Evidence />
            </InTurn>
          </Region>
        </div>
      </div>
      <CellSheet />
    </Covered>
  );
}

const PLAYGROUND = 'playground';

/** Past the header, for those who go by keyboard; the address holds the settings and stays as it is. */
function SkipLink() {
  return (
    <a
      className="skip"
      href={`#${PLAYGROUND}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(PLAYGROUND)?.focus();
      }}
    >
      {shell().skip}
    </a>
  );
}

/** Cause to effect from left to right, the verdict above it. */
export function PlaygroundPage() {
  return (
    <>
      <SkipLink />
      <div className={styles.page}>
        <Region>
          <Header />
        </Region>
        <main className={styles.main} id={PLAYGROUND} tabIndex={-1}>
          <Region>
            <Transport />
          </Region>
          <Region>
            <Verdict />
          </Region>
          <Region>
            <LookFor />
          </Region>
          <Columns />
          <Floats />
        </main>
        <Region>
          <Notices />
        </Region>
      </div>
      <Region>
        <ArticlePlace />
      </Region>
    </>
  );
}
