import { Tooltip } from '@mantine/core';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Eraser,
  type LucideIcon,
  Spline,
} from 'lucide-react';
import { useId } from 'react';
import editing from '../editing.module.css';
import type { Brush } from './painting';
import { usePaintDraft, usePaintState } from './use-paint-draft';

const BRUSHES: readonly {
  readonly brush: Brush;
  readonly label: string;
  readonly help: string;
  readonly key: string;
  readonly Icon: LucideIcon;
}[] = [
  {
    brush: 'along',
    label: 'Along',
    help: 'Drag through cells: each gets an arrow to the next.',
    key: '',
    Icon: Spline,
  },
  { brush: 0, label: 'Up', help: 'Always up.', key: 'U', Icon: ArrowUp },
  { brush: 1, label: 'Right', help: 'Always right.', key: 'R', Icon: ArrowRight },
  { brush: 2, label: 'Down', help: 'Always down.', key: 'D', Icon: ArrowDown },
  { brush: 3, label: 'Left', help: 'Always left.', key: 'L', Icon: ArrowLeft },
  {
    brush: 'erase',
    label: 'Erase',
    help: 'Takes the arrows away: every action equally often.',
    key: '⌫',
    Icon: Eraser,
  },
];

/** What the pointer and the Enter key paint. */
export function PaintBrushes() {
  const draft = usePaintDraft();
  const chosen = usePaintState(({ brush }) => brush);
  const group = useId();
  return (
    <div role="radiogroup" aria-label="Brush" className={editing.brushes}>
      {BRUSHES.map(({ brush, label, help, key, Icon }) => (
        <Tooltip key={label} label={help}>
          <label className={editing.brush} data-chosen={brush === chosen || undefined}>
            <input
              type="radio"
              aria-label={label}
              name={group}
              value={String(brush)}
              className="visually-hidden"
              checked={brush === chosen}
              onChange={() => draft.pick(brush)}
            />
            <Icon size={17} aria-hidden="true" />
            <span>{label}</span>
            {key !== '' && <kbd>{key}</kbd>}
          </label>
        </Tooltip>
      ))}
    </div>
  );
}
