import { Check, TriangleAlert } from 'lucide-react';
import editing from '../editing.module.css';
import { columnsOf } from './drawing';
import { isWorld } from './findings';
import { useDraftState } from './use-draft';

/** What is to be said about the drawing, in sentences beside it. */
export function DrawingVerdict() {
  const findings = useDraftState((state) => state.findings);
  const size = useDraftState(
    ({ editor: { drawing } }) => `${drawing.length} rows and ${columnsOf(drawing)} columns`,
  );
  const world = isWorld(findings);
  const state = !world ? 'fault' : findings.length > 0 ? 'caution' : 'good';
  const Icon = state === 'good' ? Check : TriangleAlert;
  const sentences =
    findings.length === 0
      ? `A world of ${size}, now in use.`
      : findings.map(({ message }) => message).join(' ');
  return (
    <p role="status" aria-label="The drawing" className={editing.verdict} data-state={state}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {sentences} {!world && <em>Until then the playground keeps its last good world.</em>}
      </span>
    </p>
  );
}
