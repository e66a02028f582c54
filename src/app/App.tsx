import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { shell } from '../texts/shell';
import styles from './App.module.css';
import { ArticlePlace } from './article/ArticlePlace';
import { PlaygroundContext, useModel } from './basics/context';
import { Covered } from './basics/covered';
import { useLanguage } from './basics/language';
import type { EmbedOptions } from './embed/options';
import { Evidence } from './panels/Evidence';
import { Learners } from './panels/Learners';
import { WorldPanel } from './panels/WorldPanel';
import { part, Region } from './part/part';
import { Header } from './shell/Header';
import { LookFor } from './shell/LookFor';
import { Notices } from './shell/Notices';
import { Transport } from './shell/Transport';
import { Verdict } from './shell/Verdict';
import type { Playground } from './state/playground';
import { Floats } from './theme/Floats';
import { cssVariables, theme } from './theme/theme';
import { useOpenedTab } from './workbench/opened';

const Embed = part(() => import('./embed/Embed'));

const schemeManager = localStorageColorSchemeManager({ key: 'offgrid.theme' });

function Columns() {
  const presenting = useModel(({ settings }) => settings.present !== '');
  const covered = useOpenedTab() !== null || presenting;
  return (
    <Covered value={covered}>
      <div className={styles.stage}>
        <div className={styles.columns}>
          <Region>
            <WorldPanel />
          </Region>
          <Region>
            <Learners />
          </Region>
          <Region>
            <Evidence />
          </Region>
        </div>
      </div>
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
function Page() {
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

/** The whole page, or what of it another page embeds. */
export function App({
  playground,
  embed,
}: {
  readonly playground: Playground;
  readonly embed: EmbedOptions | null;
}) {
  const language = useLanguage();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      {...(embed?.theme ? { forceColorScheme: embed.theme } : {})}
    >
      <PlaygroundContext key={language} value={playground}>
        {embed === null ? <Page /> : <Embed options={embed} />}
      </PlaygroundContext>
    </MantineProvider>
  );
}
