import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ExternalLink, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { scenarioById } from '../../experiment/scenarios';
import { embed } from '../../texts/embed';
import { training } from '../../texts/training';
import { verdict } from '../../texts/verdict';
import { useModel, usePlayground } from '../basics/context';
import { fill } from '../basics/fill';
import { Floats } from '../floats/Floats';
import { LayerSwitch } from '../panels/Learners';
import { NewVersion } from '../part/Fault';
import { Mark } from '../shell/Mark';
import { Notices } from '../shell/Notices';
import { Steps } from '../shell/Steps';
import { Headline } from '../shell/Verdict';
import { type EmbedOptions, LEAST_SIZE } from '../state/embed-options';
import { shareMoment } from '../state/url-sync';
import { EmbedPanels } from './EmbedPanels';
import styles from './embed.module.css';

/** The way to the whole page, at the same step with the same settings. */
function OpenLink({
  language,
  children,
}: Pick<EmbedOptions, 'language'> & { readonly children: ReactNode }) {
  const { store } = usePlayground();
  // In a language that the embed was made for, not the one of the browser, which may be another.
  const page = `${location.origin}${location.pathname}${language ? `?lang=${language}` : ''}`;
  const address = useSyncExternalStore(store.subscribe, () => shareMoment(store.getState(), page));
  return (
    <a className={styles.open} href={address} target="_blank" rel="noopener">
      {children} <ExternalLink size={12} aria-hidden="true" />
      <span className="visually-hidden"> {embed().opensWindow}</span>
    </a>
  );
}

function Controls({ options }: { readonly options: EmbedOptions }) {
  const playground = usePlayground();
  const status = useModel((model) => model.status);
  const running = status === 'running';
  const { controls } = options;
  const every = useModel(({ settings }) => settings.measureEvery);
  const t = training();
  return (
    <>
      {controls.includes('run') && (
        <Button
          size="xs"
          color="var(--ink)"
          className={styles.run}
          leftSection={running ? <Pause size={14} /> : <Play size={14} />}
          disabled={status === 'failed'}
          onClick={() => (running ? playground.pause() : playground.run())}
        >
          {running ? t.pause : status === 'done' ? t.runOn : t.run}
        </Button>
      )}
      {controls.includes('step') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<StepForward size={13} />}
          disabled={running || status === 'failed'}
          onClick={() => playground.step()}
        >
          {t.stepBy(every)}
        </Button>
      )}
      {controls.includes('reset') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<RotateCcw size={13} />}
          onClick={() => playground.reset()}
        >
          {t.reset}
        </Button>
      )}
    </>
  );
}

/** That the rows are not those of the link, where its dataset is kept elsewhere. */
function OtherRows() {
  const problem = useModel((model) => model.problem);
  const kind = problem?.source.kind;
  if (kind !== 'missing' && kind !== 'misfit') return null;
  return (
    <p className={styles.unknown} role="status">
      {problem?.warnings[0]}
    </p>
  );
}

/** The page inside another page: chosen panels and controls in the room there is, no scrolling. */
export default function Embed({ options }: { readonly options: EmbedOptions }) {
  const { width, height } = LEAST_SIZE;
  const query = `(min-width: ${width}px) and (min-height: ${height}px)`;
  const fits = useMediaQuery(query, undefined, { getInitialValueInEffect: false });
  const scenario = scenarioById(useModel(({ settings }) => settings.scenario));
  const failure = useModel((model) => model.failure);
  const title = scenario?.title ?? 'Offgrid';
  const t = embed();
  if (!fits)
    return (
      <main className={styles.small}>
        <p>
          {fill(t.tooSmall, {
            width,
            height,
            open: (words) => <OpenLink language={options.language}>{words}</OpenLink>,
          })}
        </p>
      </main>
    );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        <OpenLink language={options.language}>{t.open}</OpenLink>
      </header>
      <main className={styles.main}>
        <section className={styles.bar} aria-label={training().title}>
          <Controls options={options} />
          <span className={styles.count}>
            <Steps />
          </span>
          {options.controls.includes('layer') && <LayerSwitch />}
        </section>
        {options.panels.includes('verdict') && (
          <section className={styles.verdict} aria-label={verdict().title}>
            {failure === null ? (
              <Headline />
            ) : (
              <p role="alert">
                {failure}
                <NewVersion />
              </p>
            )}
          </section>
        )}
        <OtherRows />
        <EmbedPanels options={options} />
        {options.unknown.length > 0 && (
          <p className={styles.unknown} role="status">
            {t.unknown(options.unknown)}
          </p>
        )}
        <Floats />
      </main>
      <Notices />
    </div>
  );
}
