import { useEffect, useId } from 'react';
import { PROMISES } from '../../experiment/promises';
import { SCENARIOS, type Scenario } from '../../experiment/scenarios';
import { gallery } from '../../texts/gallery';
import { useModel, usePlayground } from '../basics/context';
import { Dialog } from '../dialog/Dialog';
import { openingOf } from './choose';
import styles from './gallery.module.css';
import { Picture } from './Picture';
import { collectPreviews } from './previews';

/** How it comes out, for those who want to know beforehand; closed, so as not to spoil the question. */
function Outcome({ scenario }: { readonly scenario: Scenario }) {
  const t = gallery();
  const { claim, claims } = PROMISES[scenario.id];
  return (
    <details className={styles.outcome}>
      <summary aria-label={t.outcomeOf(scenario.title)}>{t.outcome}</summary>
      <p>{claim}</p>
      <p className={styles.measured}>{t.measured}</p>
      <ul>
        {claims.map(({ id, text, goal }) => (
          <li key={id}>
            {text} <span className={styles.share}>{t.kept(goal)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Card({
  scenario,
  present,
  onChoose,
}: {
  readonly scenario: Scenario;
  readonly present: boolean;
  readonly onChoose: () => void;
}) {
  const t = gallery();
  const text = useId();
  return (
    <li className={styles.card} data-present={present || undefined}>
      <Picture scenario={scenario.id} />
      <div className={styles.words}>
        <h3>
          <button
            type="button"
            className={styles.choose}
            aria-current={present || undefined}
            aria-describedby={text}
            data-autofocus={present || undefined}
            onClick={onChoose}
          >
            {scenario.title}
          </button>
          {present && <span className={styles.here}>{t.present}</span>}
        </h3>
        <div id={text}>
          <p>{scenario.summary}</p>
          <p className={styles.look}>
            <strong>{t.lookFor}</strong> {scenario.lookFor}
          </p>
        </div>
        <Outcome scenario={scenario} />
      </div>
    </li>
  );
}

/** All scenarios with what each shows; choosing one opens it as it was shipped. */
export default function Gallery({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = gallery();
  const playground = usePlayground();
  const present = useModel((model) => model.settings.scenario);
  useEffect(() => (opened ? collectPreviews() : undefined), [opened]);
  const choose = (id: string) => {
    playground.change(openingOf(id, playground.model.settings));
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.title}
      close={t.close}
      size={1180}
      ground="paper"
    >
      <p className={styles.intro}>{t.intro}</p>
      <ul className={styles.cards}>
        {SCENARIOS.map((scenario) => (
          <Card
            key={scenario.id}
            scenario={scenario}
            present={scenario.id === present}
            onChoose={() => choose(scenario.id)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
