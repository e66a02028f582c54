import { Button } from '@mantine/core';
import { behavior } from '../../../texts/behavior';
import { useModel } from '../../basics/context';
import { NumberControl } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/number-setting';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import styles from './behavior.module.css';
import { actingCells, keyOfCell, percentsOf } from './painting';
import { usePaintDraft, usePaintState } from './use-paint-draft';

const PERCENT: NumberDescription = {
  type: 'number',
  label: 'Probability',
  help: '',
  scope: 'data',
  default: 25,
  min: 0,
  max: 100,
  step: 1,
  integer: true,
};

/** How likely each action is in the marked cell. */
export function MarkedCell() {
  const t = behavior();
  const draft = usePaintDraft();
  const map = usePaintState((state) => state.map);
  const cursor = usePaintState((state) => state.cursor);
  const columns = map[0].length;
  const weights = usePaintState(({ drawn: painting }) => painting.get(keyOfCell(cursor, columns)));
  const acts = actingCells(map)[cursor];
  const percents = percentsOf(weights);
  const state = !acts ? 'nobody' : weights === undefined ? 'bare' : 'painted';
  return (
    <Group title={t.markedCell}>
      <p className={editing.hint}>
        {t.place(Math.floor(cursor / columns) + 1, (cursor % columns) + 1, state)}
      </p>
      <div className={styles.weights} data-idle={!acts || undefined}>
        {t.directions.map((word, action) => (
          <div key={word} className={styles.weight}>
            <span className={styles.word}>{t.inPercent(word)}</span>
            {acts ? (
              <NumberControl
                name={t.percentOf(word)}
                description={PERCENT}
                value={percents[action]}
                onChange={(next) => draft.weigh(action, Number(next))}
              />
            ) : (
              <span className={styles.nothing}>–</span>
            )}
          </div>
        ))}
      </div>
    </Group>
  );
}

/** What to begin painting with. */
export function StartFrom({
  onCurrent,
  onOptimal,
}: {
  /** Null while the behaviour is being collected anew. */
  readonly onCurrent: (() => void) | null;
  readonly onOptimal: (() => void) | null;
}) {
  const t = behavior();
  const draft = usePaintDraft();
  const size = usePaintState(({ drawn: painting }) => painting.size);
  const label = useModel(({ settings }) => settings.behavior === 'painted');
  return (
    <Group title={t.startFrom}>
      <div className={editing.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={onCurrent === null || label}
          onClick={() => onCurrent?.()}
        >
          {t.current}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={onOptimal === null}
          onClick={() => onOptimal?.()}
        >
          {t.optimal}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={size === 0}
          onClick={() => draft.paint(new Map(), t.steps.cleared)}
        >
          {t.nothing}
        </Button>
      </div>
      <p className={editing.hint}>{t.replaces}</p>
    </Group>
  );
}
