import type { ReactNode } from 'react';
import { formatCount } from '../../texts/format';
import { presenter } from '../../texts/presenter';
import { useModel } from '../basics/context';
import { fill } from '../basics/fill';
import { Steps } from '../shell/Steps';
import { goalOf, isTrained } from './enter';
import type { Deed } from './keys';
import type { Act } from './lecture';
import styles from './presenter.module.css';

/** What each button is called by its key. */
const KEY_OF = {
  back: ['back', '←'],
  next: ['next', '→'],
  run: ['run', 'R'],
  reset: ['reset', 'X'],
  black: ['black', 'B'],
  notes: ['notes', 'N'],
  leave: ['leave', 'Esc'],
} as const satisfies Readonly<Record<string, readonly [Deed, string]>>;

/** Where the lecture and its training are, and what can be done. */
export function Progress({
  act,
  number,
  acts,
  onDeed,
}: {
  readonly act: Act;
  readonly number: number;
  readonly acts: number;
  readonly onDeed: (deed: Deed) => void;
}) {
  const step = useModel((model) => model.step);
  const status = useModel((model) => model.status);
  const goal = useModel((model) => (model.status === 'running' ? goalOf(act, model) : 0));
  const t = presenter();
  const words =
    status === 'running' ? t.training(formatCount(step)) : step === 0 ? t.notTrained : <Steps />;
  const buttons = Object.entries(KEY_OF).map(([name, [deed, key]]) => [
    name,
    (said: string): ReactNode => (
      <button
        type="button"
        onClick={(event) => {
          // The next key that is pressed is meant for the lecture, and not for this button.
          if (event.detail > 0) event.currentTarget.blur();
          onDeed(deed);
        }}
      >
        <kbd translate="no">{key}</kbd> <span>{said}</span>
      </button>
    ),
  ]);
  return (
    <div className={styles.progress}>
      <span>{t.actOf(number, acts)}</span>
      <span role="status">{isTrained(act.shows) || status === 'running' ? words : ''}</span>
      {status === 'running' && (
        <progress aria-label={t.trained} value={Math.min(step, goal)} max={Math.max(1, goal)} />
      )}
      <span className={styles.keys}>{fill(t.keys, Object.fromEntries(buttons))}</span>
    </div>
  );
}
