import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Dices, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { describe } from '../../experiment/settings/describe';
import { ACTION_COUNT } from '../../mdp/types';
import { training } from '../../texts/training';
import { useModel, usePlayground } from '../basics/context';
import { HelpLabel } from '../controls/HelpLabel';
import { NumberEntry } from '../controls/NumberControl';
import { ChoiceControl } from '../controls/SettingControl';
import { bytesOf, describeCost, secondsOf, typicalThroughput } from '../state/cost';
import { shareDone } from '../state/ending';
import { Steps } from './Steps';
import styles from './Transport.module.css';
import { Outcome } from './Verdict';

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
      onClick={() => (running ? playground.pause() : playground.run())}
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

function StepCount() {
  const share = useModel(shareDone);
  return (
    <div className={styles.count} data-printed>
      <span>
        <Steps /> <Cost />
      </span>
      <progress className={styles.progress} aria-label={training().progress} value={share} />
    </div>
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
      option.value === 'max' ? { ...option, label: t.fastest } : option,
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
      <Tooltip label={t.nextSeedHint(seeds)}>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={t.nextSeed}
          onClick={() => playground.change({ 'train.seed': seed + seeds })}
        >
          <Dices size={15} />
        </ActionIcon>
      </Tooltip>
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
  return (
    <section className={styles.bar} aria-label={t.title} data-part="transport">
      <RunButton />
      <Button
        variant="default"
        size="sm"
        leftSection={<StepForward size={15} />}
        disabled={running || failed}
        onClick={() => playground.step()}
      >
        {t.step}
      </Button>
      <Button
        variant="default"
        size="sm"
        leftSection={<RotateCcw size={14} />}
        onClick={() => playground.reset()}
      >
        {t.reset}
      </Button>
      <div className={styles.speed}>
        <SpeedControl />
      </div>
      <StepCount />
      <Outcome />
      <div className={styles.randomness}>
        <SeedsControl />
        <SeedControl />
      </div>
    </section>
  );
}
