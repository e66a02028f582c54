import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ExternalLink, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { scenarioById } from '../../experiment/scenarios';
import { formatCount } from '../../texts/format';
import { useModel, usePlayground } from '../context';
import { LayerSwitch } from '../panels/Learners';
import { Mark } from '../shell/Mark';
import { Notices } from '../shell/Notices';
import { Outcome } from '../shell/Verdict';
import { shareMoment } from '../state/url-sync';
import { EmbedPanels } from './EmbedPanels';
import styles from './embed.module.css';
import { type EmbedOptions, LEAST_SIZE } from './options';

/** The way to the whole page, at the same step with the same settings. */
function OpenLink({ language }: Pick<EmbedOptions, 'language'>) {
  const { store } = usePlayground();
  // In a language that the embed was made for, not the one of the browser, which may be another.
  const page = `${location.origin}${location.pathname}${language ? `?lang=${language}` : ''}`;
  const address = useSyncExternalStore(store.subscribe, () => shareMoment(store.getState(), page));
  return (
    <a className={styles.open} href={address} target="_blank" rel="noopener">
      Open in Offgrid <ExternalLink size={12} aria-hidden="true" />
      <span className="visually-hidden"> (opens a new window)</span>
    </a>
  );
}

function Controls({ options }: { readonly options: EmbedOptions }) {
  const playground = usePlayground();
  const status = useModel((model) => model.status);
  const running = status === 'running';
  const { controls } = options;
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
          {running ? 'Pause' : status === 'done' ? 'Run on' : 'Run'}
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
          Step
        </Button>
      )}
      {controls.includes('reset') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<RotateCcw size={13} />}
          onClick={() => playground.reset()}
        >
          Reset
        </Button>
      )}
    </>
  );
}

function StepCount() {
  const step = useModel((model) => model.step);
  const steps = Number(useModel((model) => model.settings.steps));
  return (
    <span className={styles.count}>
      <strong>{formatCount(step)}</strong> of {formatCount(steps)} steps
    </span>
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
  const scenario = scenarioById(String(useModel(({ settings }) => settings.scenario)));
  const failure = useModel((model) => model.failure);
  const title = scenario?.title ?? 'Offgrid';
  if (!fits)
    return (
      <main className={styles.small}>
        <p>
          This embed needs {width} × {height} pixels, and the page gives it less. Make its frame
          larger, or <OpenLink language={options.language} />.
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
        <OpenLink language={options.language} />
      </header>
      <main className={styles.main}>
        <section className={styles.bar} aria-label="Training">
          <Controls options={options} />
          <StepCount />
          {options.controls.includes('layer') && <LayerSwitch />}
        </section>
        {options.panels.includes('verdict') && (
          <section className={styles.verdict} aria-label="Verdict">
            {failure === null ? <Outcome /> : <p role="alert">{failure}</p>}
          </section>
        )}
        <OtherRows />
        <EmbedPanels options={options} />
        {options.unknown.length > 0 && (
          <p className={styles.unknown} role="status">
            The address asks for “{options.unknown.join('”, “')}”, which this page does not have.
          </p>
        )}
      </main>
      <Notices />
    </div>
  );
}
