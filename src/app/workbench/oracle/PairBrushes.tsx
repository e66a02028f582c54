import { Tooltip } from '@mantine/core';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Diamond,
  Eraser,
  type LucideIcon,
} from 'lucide-react';
import { useId } from 'react';
import { oracle } from '../../../texts/oracle';
import editing from '../editing.module.css';
import type { PairBrush } from './pairs';
import { usePairsDraft, usePairsState } from './use-pairs-draft';

const BRUSHES: readonly {
  readonly brush: PairBrush;
  readonly key: string;
  readonly Icon: LucideIcon;
}[] = [
  { brush: 'all', key: '', Icon: Diamond },
  { brush: 0, key: 'U', Icon: ArrowUp },
  { brush: 1, key: 'R', Icon: ArrowRight },
  { brush: 2, key: 'D', Icon: ArrowDown },
  { brush: 3, key: 'L', Icon: ArrowLeft },
  { brush: 'erase', key: '⌫', Icon: Eraser },
];

/** What a brush is called, and what it does. */
function wordsOf(brush: PairBrush): { readonly label: string; readonly help: string } {
  const t = oracle();
  if (brush === 'all') return { label: t.all, help: t.allHelp };
  if (brush === 'erase') return { label: t.erase, help: t.eraseHelp };
  return { label: t.directions[brush], help: t.onlyHelp[brush] };
}

/** What the pointer and the Enter key paint. */
export function PairBrushes() {
  const draft = usePairsDraft();
  const chosen = usePairsState(({ brush }) => brush);
  const group = useId();
  return (
    <div role="radiogroup" aria-label={oracle().brush} className={editing.brushes}>
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
