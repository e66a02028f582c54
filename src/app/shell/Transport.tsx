import { ActionIcon, Button } from '@mantine/core';
import { ArrowRightToLine, Dices, Pause, Play, RotateCcw } from 'lucide-react';
import { describe } from '../../experiment/settings/describe';
import { ACTION_COUNT } from '../../mdp/types';
import { training } from '../../texts/training';
import { useModel, usePlayground } from '../basics/context';
import { HelpLabel } from '../controls/HelpLabel';
import { NumberEntry } from '../controls/NumberControl';
import { ChoiceControl } from '../controls/SettingControl';
import { hinted } from '../floats/hint';
import { bytesOf, describeCost, secondsOf, typicalThroughput } from '../state/cost';
import { RunsButton } from './RunsButton';
import { Scrubber } from './Scrubber';
import { Steps } from './Steps';
import styles from './Transport.module.css';

function RunButton() {
  const playground = usePlayground();
  const status = useModel((model) => model.status);
  const t = training();
  const running = status === 'running';
  const label = running ? t.pause : status === 'done' ? t.runOn : t.run;
  return (
    <button
      type="button"
      className={`run-button ${styles.run}`}
      data-inviting={status === 'idle' || undefined}
      disabled={status === 'failed'}
      onClick={() => (running ? playground.pause() : playground.watch())}
    >
      {running ? (
        <Pause size={17} fill="currentColor" strokeWidth={0} />
      ) : (
        <Play size={17} fill="currentColor" strokeWidth={0} />
      )}
      {label}
    </button>
  );
}

/** What a long run will cost, said before it starts. */
function Cost() {
  const untouched = useModel((model) => model.status === 'idle' && model.step === 0);
  const cost = useModel(({ settings, problem, engine, throughput }) => {
    const known = throughput ?? typicalThroughput(engine);
    if (problem === null || known === null) return '';
    const states = problem.counts.length / ACTION_COUNT;
    return describeCost(secondsOf(settings, states, known), bytesOf(settings, states));
  });
  if (!untouched || cost === '') return null;
  return <span className={styles.cost}>{training().costHere(cost)}</span>;
}

/** Whatever is changed or trained from a moment that is past, changes and trains the present one. */
function Now() {
  const t = training();
  const playground = usePlayground();
  const past = useModel((model) => model.shownStep !== null);
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={styles.now}
      data-hidden={!past || undefined}
      disabled={!past}
      rightSection={<ArrowRightToLine size={13} />}
      onClick={() => playground.seek('now')}
    >
      {t.now}
    </Button>
  );
}

function StepCount() {
  return (
    <span className={styles.count} data-printed>
      <Steps /> <Cost />
    </span>
  );
}

function SpeedControl() {
  const t = training();
  const playground = usePlayground();
  const speed = useModel((model) => model.settings.speed);
  const description = describe('speed', playground.model.settings);
  if (description.type !== 'choice') return null;
  // The long names are for the full list of settings; three short ones stand in the bar.
  const short = {
    ...description,
    options: description.options.map((option) =>
      option.value === 'full' ? { ...option, label: t.fastest } : option,
    ),
  };
  return (
    <ChoiceControl
      name={t.speed}
      description={short}
      value={speed}
      onChange={(next) => playground.change({ speed: next })}
    />
  );
}

function SeedControl() {
  const t = training();
  const playground = usePlayground();
  const seeds = useModel((model) => model.settings.seeds);
  const seed = useModel((model) => model.settings['train.seed']);
  const description = describe('train.seed', playground.model.settings);
  if (description.type !== 'number') return null;
  return (
    <div className={styles.seed}>
      <HelpLabel description={description} />
      <span className={styles.seedEntry}>
        <NumberEntry
          name={t.seed}
          description={description}
          value={seed}
          onChange={(next) => playground.change({ 'train.seed': next })}
        />
      </span>
      <ActionIcon
        {...hinted(t.nextSeedHint(seeds))}
        variant="default"
        size={28}
        aria-label={t.nextSeed}
        onClick={() => playground.change({ 'train.seed': seed + seeds })}
      >
        <Dices size={15} />
      </ActionIcon>
    </div>
  );
}

function SeedsControl() {
  const playground = usePlayground();
  const seeds = useModel((model) => model.settings.seeds);
  const description = describe('seeds', playground.model.settings);
  if (description.type !== 'number') return null;
  return (
    <div className={styles.seed}>
      <HelpLabel description={description} />
      <span className={styles.seedsEntry}>
        <NumberEntry
          name={training().seeds}
          description={description}
          value={seeds}
          onChange={(next) => playground.change({ seeds: next })}
        />
      </span>
    </div>
  );
}

/** Run, pause, step, reset; how fast, how far, and from which seed. */
export function Transport() {
  const t = training();
  const playground = usePlayground();
  const running = useModel((model) => model.status === 'running');
  const failed = useModel((model) => model.status === 'failed');
  const every = useModel(({ settings }) => settings.measureEvery);
  return (
    <section className={styles.bar} aria-label={t.title} data-part="transport">
      <RunButton />
      <Button
        {...hinted(t.stepHint(every))}
        variant="default"
        size="sm"
        className={styles.step}
        aria-label={t.stepBy(every)}
        disabled={running || failed}
        onClick={() => playground.step()}
      >
        {`+${every}`}
      </Button>
      <ActionIcon
        {...hinted(t.resetHint)}
        variant="default"
        size={36}
        aria-label={t.reset}
        onClick={() => playground.reset()}
      >
        <RotateCcw size={15} />
      </ActionIcon>
      <div className={styles.speed}>
        <SpeedControl />
      </div>
      <Scrubber />
      <RunsButton />
      <StepCount />
      <Now />
      <div className={styles.randomness}>
        <SeedsControl />
        <SeedControl />
      </div>
    </section>
  );
}
