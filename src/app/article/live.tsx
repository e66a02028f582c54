import type { ReactNode } from 'react';
import type { Given } from '../../experiment/settings/parse';
import { article } from '../../texts/article';
import { usePlayground } from '../basics/context';
import type { Playground } from '../state/playground';
import { NO_VALUE, requireSymbol } from '../symbols/symbols';
import { goToPlayground } from '../symbols/travel';
import { useValue } from '../symbols/value';
import styles from './article.module.css';

interface LiveProps {
  /** Key of the symbol: `dqn.believedReturn`. */
  readonly of: string;
  /** Room kept for it, in digits; a number that grows must not push the words around. */
  readonly digits?: number;
}

/** A number of the page in the running text: «DQN believes in 0.61». */
export function Live({ of, digits = 4.4 }: LiveProps) {
  const symbol = requireSymbol(of);
  const value = useValue(symbol);
  const t = article();
  return (
    <button
      type="button"
      className={styles.live}
      style={{ minWidth: `${digits}ch` }}
      data-symbol={of}
      aria-label={t.live(symbol.name, value === NO_VALUE ? t.notMeasured : value)}
    >
      {value}
    </button>
  );
}

/** Words that stand for something on the page: pointing at them shows its value and its place. */
export function Sym({ of, children }: { readonly of: string; readonly children?: ReactNode }) {
  const symbol = requireSymbol(of);
  return (
    <button type="button" className={styles.symbol} data-symbol={of}>
      {children ?? (symbol.glyph || symbol.name)}
    </button>
  );
}

/** The settings that a text button names as a link does: `scenario=sketch-trap&cql.alpha=0.1`. */
export function settingsOf(set: string): Given {
  return Object.fromEntries(new URLSearchParams(set));
}

/**
 * Puts settings into effect and, with `run`, trains from the beginning to the verdict. A scenario that
 * is named is set up afresh, so that what the text says about it holds whatever was tried before.
 */
export function tryOut(playground: Playground, set: string, run: boolean): void {
  const patch = settingsOf(set);
  if (patch.scenario !== undefined) playground.change({ ...cleared(playground), ...patch });
  else playground.change(patch);
  if (!run) return;
  if (playground.model.step > 0) playground.reset();
  playground.run();
}

/** Everything back to what the scenario says; the engine and how things are shown are the reader's. */
function cleared(playground: Playground): Given {
  const kept = new Set(['backend', 'layer', 'scenario']);
  return Object.fromEntries(
    Object.keys(playground.model.settings)
      .filter((key) => !kept.has(key))
      .map((key) => [key, undefined]),
  );
}

interface TryProps {
  /** Settings as in a link; empty to change none. */
  readonly set: string;
  /** Train to the verdict as well. */
  readonly run?: boolean;
  readonly children: ReactNode;
}

/** A button in the text that sets the playground, and takes the reader there. */
export function Try({ set, run = false, children }: TryProps) {
  const playground = usePlayground();
  return (
    <button
      type="button"
      className={styles.try}
      data-run={run || undefined}
      onClick={() => {
        tryOut(playground, set, run);
        goToPlayground();
      }}
    >
      {children}
    </button>
  );
}
