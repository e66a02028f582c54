import { scenarioById } from '../../experiment/scenarios';
import { effectiveDefault } from '../../experiment/settings/describe';
import type { Settings } from '../../experiment/types';
import { shell } from '../../texts/shell';
import { useModel } from '../context';
import styles from './LookFor.module.css';

/** What must be the scenario's for its advice to make sense; numbers may be played with. */
const GROUND = ['world', 'world.map', 'behavior', 'data.source'];

function isAsShipped(settings: Settings): boolean {
  const shipped = scenarioById(String(settings.scenario))?.settings ?? {};
  return GROUND.every((key) => settings[key] === (shipped[key] ?? effectiveDefault(key, settings)));
}

/** What to look for in the scenario on show; a line of the same height whatever it says. */
export function LookFor() {
  const t = shell();
  const settings = useModel((model) => model.settings);
  const scenario = scenarioById(String(settings.scenario));
  return (
    <p className={styles.line}>
      {scenario && (
        <>
          <strong>{isAsShipped(settings) ? t.lookFor : t.ownGround}</strong>{' '}
          {isAsShipped(settings) ? scenario.lookFor : t.beganElsewhere(scenario.title)}
        </>
      )}
    </p>
  );
}
