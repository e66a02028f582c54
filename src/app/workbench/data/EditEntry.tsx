import { ActionIcon, Switch, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, Crosshair, GripVertical, X } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { Region, Surgery } from '../../../data/edits';
import type { EditReport } from '../../../data/surgery';
import { ACTIONS } from '../../../mdp/types';
import { NumberEntry } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/scale';
import styles from './data.module.css';
import type { Entry } from './edit-list';
import { DEVIATION, inRange, PERCENT, SEED, THRESHOLD } from './numbers';
import { useEditList } from './use-edit-list';
import { ARROWS, sayEdit, sayRegion, sayReport } from './words';

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
  const list = useEditList();
  const number = (
    name: string,
    description: NumberDescription,
    value: number,
    change: (value: number) => Surgery,
  ) => (
    <span className={styles.number}>
      <NumberEntry
        name={`Edit ${place + 1}: ${name}`}
        description={description}
        value={value}
        onChange={(typed) => list.alter(id, change(inRange(typed, value, description)))}
      />
    </span>
  );
  switch (surgery.kind) {
    case 'erase':
      return (
        <>
          Erase{' '}
          <select
            className={styles.select}
            aria-label={`Edit ${place + 1}: what is erased`}
            value={surgery.action ?? ''}
            onChange={({ currentTarget }) => {
              const action = ACTIONS.find((name) => name === currentTarget.value);
              const { region } = surgery;
              list.alter(
                id,
                action ? { kind: 'erase', region, action } : { kind: 'erase', region },
              );
            }}
          >
            <option value="">everything</option>
            {ACTIONS.map((action) => (
              <option key={action} value={action}>
                {ARROWS[action]} {action}
              </option>
            ))}
          </select>{' '}
          in {sayRegion(surgery.region)}
        </>
      );
    case 'below':
      return (
        <>
          Erase episodes below{' '}
          {number('least return', THRESHOLD, surgery.value, (value) => ({ kind: 'below', value }))}
        </>
      );
    case 'top':
      return (
        <>
          Keep the best{' '}
          {number('per cent', PERCENT, surgery.percent, (percent) => ({ kind: 'top', percent }))} %
          of episodes
        </>
      );
    case 'noise':
      return (
        <>
          Noise σ{' '}
          {number('standard deviation', DEVIATION, surgery.deviation, (deviation) => ({
            ...surgery,
            deviation,
          }))}{' '}
          on rewards, seed {number('seed', SEED, surgery.seed, (seed) => ({ ...surgery, seed }))}
        </>
      );
  }
}

/** One edit of the list: what it does, what it did, and what can be done with it. */
export function EditEntry(props: EditEntryProps) {
  const { entry, place, places, report, marked, dragged, onPoint, onMove } = props;
  const list = useEditList();
  const { id, edit } = entry;
  const { on, surgery } = edit;
  const name = `Edit ${place + 1}`;
  const point = () => onPoint(surgery.kind === 'erase' ? surgery.region : null);
  const failed = on && report !== null && report.fault !== null;
  return (
    // Pointing at an edit outlines its cells, which the sentence names as well.
    <li
      className={styles.entry}
      data-off={!on || undefined}
      data-dragged={dragged || undefined}
      aria-label={`${name}: ${sayEdit(surgery)}`}
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
        aria-label={`${name} is on`}
        checked={on}
        onChange={({ currentTarget }) => list.turn(id, currentTarget.checked)}
      />
      <div className={styles.sentence}>
        <Sentence id={id} surgery={surgery} place={place} />
        <p className={styles.effect} data-failed={failed || undefined}>
          {report === null ? '…' : sayReport(report)}
        </p>
      </div>
      <div className={styles.tools}>
        {surgery.kind === 'erase' && marked !== null && (
          <Tooltip label="Put it where the map is marked">
            <ActionIcon
              variant="subtle"
              color="var(--ink)"
              size={24}
              aria-label={`${name}: put it where the map is marked`}
              onClick={() => list.alter(id, { ...surgery, region: marked })}
            >
              <Crosshair size={14} />
            </ActionIcon>
          </Tooltip>
        )}
        <ActionIcon
          variant="subtle"
          color="var(--ink)"
          size={24}
          data-move={`${id} up`}
          aria-label={`Move edit ${place + 1} up`}
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
          aria-label={`Move edit ${place + 1} down`}
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
          aria-label={`Remove edit ${place + 1}`}
          onClick={() => list.remove(id)}
        >
          <X size={14} />
        </ActionIcon>
      </div>
    </li>
  );
}
