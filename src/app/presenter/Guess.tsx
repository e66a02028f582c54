import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { presenter } from '../../texts/presenter';
import { useInstances, useModel, usePlayground, useScheme } from '../basics/context';
import styles from './presenter.module.css';
import { useScreen } from './use-screen';

/** A whole screen in the colour of a learner, for a show of hands: `present=guess`, and `guess=cql` of which. */
export function Guess() {
  const playground = usePlayground();
  const instances = useInstances();
  const scheme = useScheme();
  const chosen = useModel(({ prediction }) => prediction.chosen);
  const screen = useRef<HTMLElement>(null);
  const t = presenter();
  const said = instances.filter(({ id }) => chosen.includes(id));
  const names = said.map(({ label }) => label);
  useScreen(screen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said is read from its beginning
  useEffect(() => screen.current?.focus(), [names.join()]);
  const choose = (ids: readonly string[]) => {
    for (const id of new Set([...chosen, ...ids]))
      if (chosen.includes(id) !== ids.includes(id)) playground.predict(id);
  };
  return createPortal(
    <section
      ref={screen}
      className={styles.guess}
      tabIndex={-1}
      aria-label={names.length > 0 ? t.guessSaid(names.join(', ')) : t.guess}
    >
      {names.length === 0 && (
        <header>
          <h2 className={styles.asked}>{t.guess}</h2>
          <p className={styles.how}>{t.guessHow}</p>
        </header>
      )}
      <div className={styles.bands}>
        {(said.length > 0 ? said : instances).map(({ id, label, color }) => {
          const look = { background: color[scheme], color: 'var(--paper)' };
          return said.length > 0 ? (
            <p key={id} translate="no" style={look}>
              {label}
            </p>
          ) : (
            <button key={id} type="button" translate="no" style={look} onClick={() => choose([id])}>
              {label}
            </button>
          );
        })}
      </div>
      <footer>
        {names.length > 0 && (
          <button type="button" onClick={() => choose([])}>
            {t.guessOther}
          </button>
        )}
        <button type="button" onClick={() => playground.change({ present: undefined })}>
          {t.guessLeave}
        </button>
      </footer>
    </section>,
    document.body,
  );
}
