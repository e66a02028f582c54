import { Diamond } from 'lucide-react';
import { oracle } from '../../../texts/oracle';
import { ActionBrushes } from '../ActionBrushes';
import type { PairBrush } from './pairs';
import { usePairsDraft, usePairsState } from './use-pairs-draft';

function wordsOf(brush: PairBrush): { readonly label: string; readonly help: string } {
  const t = oracle();
  if (brush === 'all') return { label: t.all, help: t.allHelp };
  if (brush === 'erase') return { label: t.erase, help: t.eraseHelp };
  return { label: t.directions[brush], help: t.onlyHelp[brush] };
}

/** What the pointer and the Enter key paint of the pairs that have the truth put in. */
export function PairBrushes() {
  const draft = usePairsDraft();
  return (
    <ActionBrushes<PairBrush>
      label={oracle().brush}
      first={{ brush: 'all', Icon: Diamond }}
      chosen={usePairsState(({ brush }) => brush)}
      onPick={(brush) => draft.pick(brush)}
      wordsOf={wordsOf}
    />
  );
}
