import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  CaretsToAxisDashedHorizontal,
  CaretsToAxisDashedVertical,
  Minus,
  Plus,
  RotateCw,
  Square,
} from 'lucide-react';

import type { ReactNode } from 'react';
import { NumberEntry } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/scale';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import {
  blankDrawing,
  columnsOf,
  type Drawing,
  flipped,
  LARGEST,
  lineAdded,
  lineRemoved,
  linesAlong,
  mirrored,
  resized,
  SIDES,
  type Side,
  SMALLEST,
  turned,
} from './drawing';
import { useDraft, useDraftState } from './use-draft';
import styles from './world.module.css';

const COUNT: NumberDescription = {
  type: 'number',
  label: 'Lines',
  help: '',
  scope: 'world',
  default: 10,
  min: SMALLEST,
  max: LARGEST,
  step: 1,
  integer: true,
};

/** «row at the top», «column on the left». */
const LINES: Readonly<Record<Side, { readonly noun: string; readonly place: string }>> = {
  top: { noun: 'row', place: 'at the top' },
  right: { noun: 'column', place: 'on the right' },
  bottom: { noun: 'row', place: 'at the bottom' },
  left: { noun: 'column', place: 'on the left' },
};

function LineButton({
  label,
  disabled,
  onClick,
  children,
}: {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={26}
        aria-label={label}
        aria-disabled={disabled}
        data-disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** A line more or less on one side. */
function SideButtons({ side }: { readonly side: Side }) {
  const draft = useDraft();
  const count = useDraftState(({ editor }) => linesAlong(editor.drawing, side));
  const { noun, place } = LINES[side];
  const change = (next: (drawing: Drawing, side: Side) => Drawing, done: string) =>
    draft.change(next(draft.state.editor.drawing, side), `${noun} ${done} ${place}`);
  return (
    <div className={styles.side} data-side={side}>
      <LineButton
        label={`Remove a ${noun} ${place}`}
        disabled={count <= SMALLEST}
        onClick={() => change(lineRemoved, 'removed')}
      >
        <Minus size={14} />
      </LineButton>
      <LineButton
        label={`Add a ${noun} ${place}`}
        disabled={count >= LARGEST}
        onClick={() => change(lineAdded, 'added')}
      >
        <Plus size={14} />
      </LineButton>
    </div>
  );
}

const TURNS = [
  {
    label: 'Flip left–right',
    Icon: CaretsToAxisDashedVertical,
    turn: mirrored,
    name: 'flipped left to right',
  },
  {
    label: 'Flip top–bottom',
    Icon: CaretsToAxisDashedHorizontal,
    turn: flipped,
    name: 'flipped top to bottom',
  },
  { label: 'Turn clockwise', Icon: RotateCw, turn: turned, name: 'turned clockwise' },
] as const;

/** How large the map is, and what is done with it as a whole. */
export function SizePanel() {
  const draft = useDraft();
  const rows = useDraftState(({ editor }) => editor.drawing.length);
  const columns = useDraftState(({ editor }) => columnsOf(editor.drawing));
  const resize = (height: number | string, width: number | string) =>
    draft.change(resized(draft.state.editor.drawing, Number(height), Number(width)), 'resized');
  return (
    <Group title="Size">
      <div className={styles.size}>
        <div className={styles.compass}>
          {SIDES.map((side) => (
            <SideButtons key={side} side={side} />
          ))}
          <div className={styles.counts}>
            <NumberEntry
              name="Rows"
              description={COUNT}
              value={rows}
              onChange={(next) => resize(next, columns)}
            />
            <span aria-hidden="true">×</span>
            <NumberEntry
              name="Columns"
              description={COUNT}
              value={columns}
              onChange={(next) => resize(rows, next)}
            />
          </div>
        </div>
        <div className={styles.turns}>
          {TURNS.map(({ label, Icon, turn, name }) => (
            <Button
              key={name}
              variant="default"
              size="compact-sm"
              justify="flex-start"
              leftSection={<Icon size={14} />}
              onClick={() => draft.change(turn(draft.state.editor.drawing), name)}
            >
              {label}
            </Button>
          ))}
          <Button
            variant="default"
            size="compact-sm"
            justify="flex-start"
            leftSection={<Square size={14} />}
            onClick={() => draft.change(blankDrawing(rows, columns), 'blank map')}
          >
            Blank map
          </Button>
        </div>
      </div>
      <p className={editing.hint}>
        Rows × columns, {SMALLEST} to {LARGEST}; typed sizes grow and shrink at the bottom and on
        the right.
      </p>
    </Group>
  );
}
