import { scenarioById } from '../../experiment/scenarios';
import { effectiveDefault } from '../../experiment/settings/describe';
import type { Settings } from '../../experiment/types';
import { shell } from '../../texts/shell';
import { useModel } from '../basics/context';
import { part } from '../part/part';
import { showsVerdict } from '../state/ending';
import styles from './LookFor.module.css';

const Because = part(() => import('./Because'), { waiting: ({ children }) => children });

/** What must be the scenario's for its advice to make sense; numbers may be played with. */
const GROUND = ['world', 'world.map', 'behavior', 'data.source'] as const;

function isAsShipped(settings: Settings): boolean {
  const shipped = scenarioById(settings.scenario)?.settings ?? {};
  return GROUND.every((key) => settings[key] === (shipped[key] ?? effectiveDefault(key, settings)));
}

/** What to look for in the scenario on show, and after the run why it came so. */
export function LookFor() {
  const t = shell();
  const settings = useModel((model) => model.settings);
  // Beside a lesson it would answer what the lesson asks.
  const told = useModel((model) => showsVerdict(model) && model.settings.lesson === '');
  const scenario = scenarioById(settings.scenario);
  const advice = scenario && (
    <>
      <strong>{isAsShipped(settings) ? t.lookFor : t.ownGround}</strong>{' '}
      {isAsShipped(settings) ? scenario.lookFor : t.beganElsewhere(scenario.title)}
    </>
  );
  return <p className={styles.line}>{told ? <Because>{advice}</Because> : advice}</p>;
}
