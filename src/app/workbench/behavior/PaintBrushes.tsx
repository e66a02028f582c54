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
import { behavior } from '../../../texts/behavior';
import editing from '../editing.module.css';
import type { Brush } from './painting';
import { usePaintDraft, usePaintState } from './use-paint-draft';

const BRUSHES: readonly {
  readonly brush: Brush;
  readonly key: string;
  readonly Icon: LucideIcon;
}[] = [
  { brush: 'along', key: '', Icon: Spline },
  { brush: 0, key: 'U', Icon: ArrowUp },
  { brush: 1, key: 'R', Icon: ArrowRight },
  { brush: 2, key: 'D', Icon: ArrowDown },
  { brush: 3, key: 'L', Icon: ArrowLeft },
  { brush: 'erase', key: '⌫', Icon: Eraser },
];

/** What a brush is called, and what it does. */
function wordsOf(brush: Brush): { readonly label: string; readonly help: string } {
  const t = behavior();
  if (brush === 'along') return { label: t.along, help: t.alongHelp };
  if (brush === 'erase') return { label: t.erase, help: t.eraseHelp };
  return { label: t.directions[brush], help: t.always[brush] };
}

/** What the pointer and the Enter key paint. */
export function PaintBrushes() {
  const draft = usePaintDraft();
  const chosen = usePaintState(({ brush }) => brush);
  const group = useId();
  return (
    <div role="radiogroup" aria-label={behavior().brush} className={editing.brushes}>
      {BRUSHES.map(({ brush, key, Icon }) => (
        <Tooltip key={brush} label={wordsOf(brush).help}>
          <label className={editing.brush} data-chosen={brush === chosen || undefined}>
            <input
              type="radio"
              aria-label={wordsOf(brush).label}
              name={group}
              value={String(brush)}
              className="visually-hidden"
              checked={brush === chosen}
              onChange={() => draft.pick(brush)}
            />
            <Icon size={17} aria-hidden="true" />
            <span>{wordsOf(brush).label}</span>
            {key !== '' && <kbd translate="no">{key}</kbd>}
          </label>
        </Tooltip>
      ))}
    </div>
  );
}
