import { Spline } from 'lucide-react';
import { behavior } from '../../../texts/behavior';
import { ActionBrushes } from '../ActionBrushes';
import type { Brush } from './painting';
import { usePaintDraft, usePaintState } from './use-paint-draft';

function wordsOf(brush: Brush): { readonly label: string; readonly help: string } {
  const t = behavior();
  if (brush === 'along') return { label: t.along, help: t.alongHelp };
  if (brush === 'erase') return { label: t.erase, help: t.eraseHelp };
  return { label: t.directions[brush], help: t.always[brush] };
}

/** What the pointer and the Enter key paint of the behaviour. */
export function PaintBrushes() {
  const draft = usePaintDraft();
  return (
    <ActionBrushes<Brush>
      label={behavior().brush}
      first={{ brush: 'along', Icon: Spline }}
      chosen={usePaintState(({ brush }) => brush)}
      onPick={(brush) => draft.pick(brush)}
      wordsOf={wordsOf}
    />
  );
}
