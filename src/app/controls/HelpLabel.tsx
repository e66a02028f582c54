import type { SettingDescription } from '../../learners/meta';
import { controls } from '../../texts/controls';
import { hinted } from '../floats/hint';
import styles from './controls.module.css';

interface HelpLabelProps {
  readonly description: SettingDescription;
  /** The symbol alone, for tight places; the name is then in the help. */
  readonly compact?: boolean;
}

/** The name of a setting; hover, focus or touch explains it and says what changing it does. */
export function HelpLabel({ description, compact = false }: HelpLabelProps) {
  const t = controls();
  const { label, symbol, help, scope } = description;
  const short = compact && symbol !== undefined;
  return (
    <button
      {...hinted(`${help} ${t.scopes[scope]}`, symbol === undefined ? label : `${label} ${symbol}`)}
      type="button"
      className={short ? styles.symbol : styles.label}
      aria-label={t.help(label)}
      {...(short ? { translate: 'no' as const } : {})}
    >
      {short ? symbol : label}
      {!short && symbol && (
        <span className={styles.labelSymbol} translate="no">
          {' '}
          {symbol}
        </span>
      )}
    </button>
  );
}
