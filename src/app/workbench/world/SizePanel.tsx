import { ActionIcon, Button } from '@mantine/core';
import {
  CaretsToAxisDashedHorizontal,
  CaretsToAxisDashedVertical,
  Minus,
  Plus,
  RotateCw,
  Square,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { world } from '../../../texts/world';
import { NumberEntry } from '../../controls/NumberControl';
import type { NumberDescription } from '../../controls/number-setting';
import { hinted } from '../../floats/hint';
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
    <ActionIcon
      {...hinted(label)}
      variant="default"
      size={26}
      aria-label={label}
      aria-disabled={disabled}
      data-disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

/** A line more or less on one side. */
function SideButtons({ side }: { readonly side: Side }) {
  const draft = useDraft();
  const count = useDraftState(({ editor }) => linesAlong(editor.drawing, side));
  const t = world();
  const change = (next: (drawing: Drawing, side: Side) => Drawing, name: string) =>
    draft.change(next(draft.state.editor.drawing, side), name);
  return (
    <div className={styles.side} data-side={side}>
      <LineButton
        label={t.remove[side]}
        disabled={count <= SMALLEST}
        onClick={() => change(lineRemoved, t.steps.removed[side])}
      >
        <Minus size={14} />
      </LineButton>
      <LineButton
        label={t.add[side]}
        disabled={count >= LARGEST}
        onClick={() => change(lineAdded, t.steps.added[side])}
      >
        <Plus size={14} />
      </LineButton>
    </div>
  );
}

const TURNS = [
  { name: 'mirror', Icon: CaretsToAxisDashedVertical, turn: mirrored },
  { name: 'flip', Icon: CaretsToAxisDashedHorizontal, turn: flipped },
  { name: 'turn', Icon: RotateCw, turn: turned },
] as const;

/** How large the map is, and what is done with it as a whole. */
export function SizePanel() {
  const t = world();
  const draft = useDraft();
  const rows = useDraftState(({ editor }) => editor.drawing.length);
  const columns = useDraftState(({ editor }) => columnsOf(editor.drawing));
  const resize = (height: number | string, width: number | string) =>
    draft.change(
      resized(draft.state.editor.drawing, Number(height), Number(width)),
      t.steps.resized,
    );
  return (
    <Group title={t.size}>
      <div className={styles.size}>
        <div className={styles.compass}>
          {SIDES.map((side) => (
            <SideButtons key={side} side={side} />
          ))}
          <div className={styles.counts}>
            <NumberEntry
              name={t.rows}
              description={COUNT}
              value={rows}
              onChange={(next) => resize(next, columns)}
            />
            <span aria-hidden="true">×</span>
            <NumberEntry
              name={t.columns}
              description={COUNT}
              value={columns}
              onChange={(next) => resize(rows, next)}
            />
          </div>
        </div>
        <div className={styles.turns}>
          {TURNS.map(({ name, Icon, turn }) => (
            <Button
              key={name}
              variant="default"
              size="compact-sm"
              justify="flex-start"
              leftSection={<Icon size={14} />}
              onClick={() => draft.change(turn(draft.state.editor.drawing), t.steps[name])}
            >
              {t[name]}
            </Button>
          ))}
          <Button
            variant="default"
            size="compact-sm"
            justify="flex-start"
            leftSection={<Square size={14} />}
            onClick={() => draft.change(blankDrawing(rows, columns), t.steps.blank)}
          >
            {t.blank}
          </Button>
        </div>
      </div>
      <p className={editing.hint}>{t.sizeHint(SMALLEST, LARGEST)} </p>
    </Group>
  );
}
