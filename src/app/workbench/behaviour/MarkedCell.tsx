import { Button } from '@mantine/core';
import { useModel } from '../../context';
import { NumberControl } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/scale';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import styles from './behaviour.module.css';
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

const WORDS = ['Up', 'Right', 'Down', 'Left'];

/** How likely each action is in the marked cell. */
export function MarkedCell() {
  const draft = usePaintDraft();
  const map = usePaintState((state) => state.map);
  const cursor = usePaintState((state) => state.cursor);
  const columns = map[0].length;
  const weights = usePaintState(({ painting }) => painting.get(keyOfCell(cursor, columns)));
  const acts = actingCells(map)[cursor];
  const percents = percentsOf(weights);
  const place = `Row ${Math.floor(cursor / columns) + 1}, column ${(cursor % columns) + 1}`;
  const state = !acts
    ? 'nobody acts here.'
    : weights === undefined
      ? 'not painted, so every action equally often.'
      : 'painted.';
  return (
    <Group title="Marked cell">
      <p className={editing.hint}>
        {place}: {state}
      </p>
      <div className={styles.weights} data-idle={!acts || undefined}>
        {WORDS.map((word, action) => (
          <div key={word} className={styles.weight}>
            <span className={styles.word}>{word} %</span>
            {acts ? (
              <NumberControl
                name={`${word}, percent`}
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
  const draft = usePaintDraft();
  const size = usePaintState(({ painting }) => painting.size);
  const label = useModel(({ settings }) => settings.behavior === 'painted');
  return (
    <Group title="Start from">
      <div className={editing.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={onCurrent === null || label}
          onClick={() => onCurrent?.()}
        >
          Current behaviour
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={onOptimal === null}
          onClick={() => onOptimal?.()}
        >
          Optimal policy
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={size === 0}
          onClick={() => draft.paint(new Map(), 'painting cleared')}
        >
          Nothing
        </Button>
      </div>
      <p className={editing.hint}>Replaces what is painted; undo brings it back.</p>
    </Group>
  );
}
