import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Eraser, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { hinted } from '../floats/hint';
import editing from './editing.module.css';

/** What a brush paints: one action, or nothing any more. */
const BRUSHES: readonly { readonly brush: number | 'erase'; readonly Icon: LucideIcon }[] = [
  { brush: 0, Icon: ArrowUp },
  { brush: 1, Icon: ArrowRight },
  { brush: 2, Icon: ArrowDown },
  { brush: 3, Icon: ArrowLeft },
  { brush: 'erase', Icon: Eraser },
];

const KEYS: Readonly<Record<string, string>> = { 0: 'U', 1: 'R', 2: 'D', 3: 'L', erase: '⌫' };

interface ActionBrushesProps<Brush> {
  /** Accessible name of the choice. */
  readonly label: string;
  /** The brush of this tab alone, before those of the actions. */
  readonly first: { readonly brush: Brush; readonly Icon: LucideIcon };
  readonly chosen: Brush;
  readonly onPick: (brush: Brush) => void;
  /** What a brush is called, and what it does. */
  readonly wordsOf: (brush: Brush) => { readonly label: string; readonly help: string };
}

/** What the pointer and the Enter key paint, where actions are painted on the map. */
export function ActionBrushes<Brush extends string | number>({
  label,
  first,
  chosen,
  onPick,
  wordsOf,
}: ActionBrushesProps<Brush>) {
  const group = useId();
  const brushes = [first, ...(BRUSHES as readonly { brush: Brush; Icon: LucideIcon }[])];
  return (
    <div role="radiogroup" aria-label={label} className={editing.brushes}>
      {brushes.map(({ brush, Icon }) => {
        const words = wordsOf(brush);
        const key = KEYS[String(brush)];
        return (
          <label
            key={brush}
            {...hinted(words.help)}
            className={editing.brush}
            data-chosen={brush === chosen || undefined}
          >
            <input
              type="radio"
              aria-label={words.label}
              name={group}
              value={String(brush)}
              className="visually-hidden"
              checked={brush === chosen}
              onChange={() => onPick(brush)}
            />
            <Icon size={17} aria-hidden="true" />
            <span>{words.label}</span>
            {key !== undefined && <kbd translate="no">{key}</kbd>}
          </label>
        );
      })}
    </div>
  );
}
