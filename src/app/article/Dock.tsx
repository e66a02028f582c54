import { Pause, Play } from 'lucide-react';
import { scenarioById } from '../../experiment/scenarios';
import { article } from '../../texts/article';
import { useInstances, useModel, usePlayground, useScene, useScheme } from '../basics/context';
import { SettingControl } from '../controls/SettingControl';
import { CardBar } from '../panels/LearnerCard';
import { Steps } from '../shell/Steps';
import type { InstanceView } from '../state/instances';
import styles from './dock.module.css';

/** More would not fit beside the text on a usual screen. */
const MOST_ROWS = 4;

function TrainButton() {
  const playground = usePlayground();
  const status = useModel((model) => model.status);
  const running = status === 'running';
  const t = article();
  const [word, label] = running
    ? [t.pause, t.pauseHere]
    : status === 'done'
      ? [t.runAgain, t.runAgainHere]
      : [t.run, t.runHere];
  const Icon = running ? Pause : Play;
  return (
    <button
      type="button"
      className={`run-button ${styles.run}`}
      disabled={status === 'failed'}
      aria-label={label}
      onClick={() => {
        if (running) return playground.pause();
        if (status === 'done') playground.reset();
        playground.run();
      }}
    >
      <Icon size={14} fill="currentColor" strokeWidth={0} /> {word}
    </button>
  );
}

function Row({ instance }: { readonly instance: InstanceView }) {
  const scene = useScene();
  const scheme = useScheme();
  const color = instance.color[scheme];
  const t = article();
  const { knob } = instance.method;
  const numeric = knob && instance.method.settings[knob]?.type === 'number';
  return (
    <section className={styles.row} aria-label={t.beside(instance.label)}>
      <div className={styles.name}>
        <span className={styles.label} style={{ color }}>
          {instance.short}
        </span>
        {numeric && (
          <SettingControl
            settingKey={`${instance.id}.${knob}`}
            color={color}
            owner={t.owner(instance.label)}
            compact
          />
        )}
      </div>
      <div className={styles.bar} data-place={`bar:${instance.id}`}>
        {scene && <CardBar instance={instance} scene={scene} />}
      </div>
    </section>
  );
}

/** The playground in small beside the text, so that its numbers and knobs are there while one reads. */
export function Dock() {
  const instances = useInstances();
  const scenario = useModel((model) => scenarioById(model.settings.scenario)?.title ?? '');
  const t = article();
  return (
    <aside className={styles.dock} aria-label={t.dock}>
      <p className={styles.scenario}>{scenario}</p>
      <div className={styles.transport}>
        <TrainButton />
        <span>
          <Steps />
        </span>
      </div>
      {instances.slice(0, MOST_ROWS).map((instance) => (
        <Row key={instance.id} instance={instance} />
      ))}
      <p className={styles.key}>{t.key}</p>
    </aside>
  );
}
