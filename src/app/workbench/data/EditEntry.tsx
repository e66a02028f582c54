import { ActionIcon, Switch } from '@mantine/core';
import { ArrowDown, ArrowUp, Crosshair, GripVertical, X } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { Region, Surgery } from '../../../data/edits';
import type { EditReport } from '../../../data/surgery';
import { ACTIONS } from '../../../mdp/types';
import { data } from '../../../texts/data';
import { fill } from '../../basics/fill';
import { hinted } from '../../floats/hint';
import { EditNumber } from './EditNumber';
import type { Entry } from './edit-list';
import styles from './edits.module.css';
import { DEVIATION, PERCENT, SEED, THRESHOLD } from './numbers';
import { useEditList } from './use-edit-list';
import { ARROWS, sayAction, sayEdit, sayRegion, sayReport } from './words';

interface EditEntryProps {
  readonly entry: Entry;
  /** Place in the list, from 0. */
  readonly place: number;
  readonly places: number;
  /** What it did; null while that is not known. */
  readonly report: EditReport | null;
  /** What is marked on the map, which an erasure can be put to. */
  readonly marked: Region | null;
  /** Whether it is dragged. */
  readonly dragged: boolean;
  readonly onPoint: (region: Region | null) => void;
  readonly onGrip: (event: PointerEvent<HTMLElement>) => void;
  readonly onMove: (place: number) => void;
}

/** The numbers of an edit within its sentence, to be typed over. */
function Sentence({ id, surgery, place }: { id: number; surgery: Surgery; place: number }) {
  const t = data();
  const list = useEditList();
  const alter = (next: Surgery) => list.alter(id, next);
  switch (surgery.kind) {
    case 'erase':
      return fill(t.sentences.erase, {
        what: (
          <select
            className={styles.select}
            aria-label={t.editWhat(place)}
            value={surgery.action ?? ''}
            onChange={({ currentTarget }) => {
              const action = ACTIONS.find((name) => name === currentTarget.value);
              const { region } = surgery;
              alter(action ? { kind: 'erase', region, action } : { kind: 'erase', region });
            }}
          >
            <option value="">{t.everything}</option>
            {ACTIONS.map((action) => (
              <option key={action} value={action}>
                {ARROWS[action]} {sayAction(action)}
              </option>
            ))}
          </select>
        ),
        region: sayRegion(surgery.region),
      });
    case 'below':
      return fill(t.sentences.below, {
        value: (
          <EditNumber
            name={t.editNumbers.value(place)}
            description={THRESHOLD}
            value={surgery.value}
            onChange={(value) => alter({ kind: 'below', value })}
          />
        ),
      });
    case 'top':
      return fill(t.sentences.top, {
        percent: (
          <EditNumber
            name={t.editNumbers.percent(place)}
            description={PERCENT}
            value={surgery.percent}
            onChange={(percent) => alter({ kind: 'top', percent })}
          />
        ),
      });
    case 'noise':
      return fill(t.sentences.noise, {
        deviation: (
          <EditNumber
            name={t.editNumbers.deviation(place)}
            description={DEVIATION}
            value={surgery.deviation}
            onChange={(deviation) => alter({ ...surgery, deviation })}
          />
        ),
        seed: (
          <EditNumber
            name={t.editNumbers.seed(place)}
            description={SEED}
            value={surgery.seed}
            onChange={(seed) => alter({ ...surgery, seed })}
          />
        ),
      });
  }
}

/** One edit of the list: what it does, what it did, and what can be done with it. */
export function EditEntry(props: EditEntryProps) {
  const { entry, place, places, report, marked, dragged, onPoint, onMove } = props;
  const list = useEditList();
  const { id, edit } = entry;
  const { on, surgery } = edit;
  const t = data();
  const number = place + 1;
  const point = () => onPoint(surgery.kind === 'erase' ? surgery.region : null);
  const failed = on && report !== null && report.fault !== null;
  return (
    // Pointing at an edit outlines its cells, which the sentence names as well.
    <li
      className={styles.entry}
      data-off={!on || undefined}
      data-dragged={dragged || undefined}
      aria-label={t.editSaid(number, sayEdit(surgery))}
      onPointerEnter={point}
      onPointerLeave={() => onPoint(null)}
      onFocus={point}
      onBlur={() => onPoint(null)}
    >
      <span className={styles.grip} aria-hidden="true" onPointerDown={props.onGrip}>
        <GripVertical size={15} />
      </span>
      <Switch
        size="xs"
        color="var(--ink)"
        aria-label={t.editOn(number)}
        checked={on}
        onChange={({ currentTarget }) => list.turn(id, currentTarget.checked)}
      />
      <div className={styles.sentence}>
        <Sentence id={id} surgery={surgery} place={number} />
        <p className={styles.effect} data-failed={failed || undefined}>
          {report === null ? t.effects.pending : sayReport(report)}
        </p>
      </div>
      <div className={styles.tools}>
        {surgery.kind === 'erase' && marked !== null && (
          <ActionIcon
            {...hinted(t.putHere)}
            variant="subtle"
            color="var(--ink)"
            size={24}
            aria-label={t.editPut(number)}
            onClick={() => list.alter(id, { ...surgery, region: marked })}
          >
            <Crosshair size={14} />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="var(--ink)"
          size={24}
          data-move={`${id} up`}
          aria-label={t.editMoveUp(number)}
          aria-disabled={place === 0}
          data-disabled={place === 0}
          onClick={() => onMove(place - 1)}
        >
          <ArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="var(--ink)"
          size={24}
          data-move={`${id} down`}
          aria-label={t.editMoveDown(number)}
          aria-disabled={place === places - 1}
          data-disabled={place === places - 1}
          onClick={() => onMove(place + 1)}
        >
          <ArrowDown size={14} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="var(--ink)"
          size={24}
          aria-label={t.editRemove(number)}
          onClick={() => list.remove(id)}
        >
          <X size={14} />
        </ActionIcon>
      </div>
    </li>
  );
}
