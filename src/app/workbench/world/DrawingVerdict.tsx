import { Check, TriangleAlert } from 'lucide-react';
import { world as texts } from '../../../texts/world';
import editing from '../editing.module.css';
import { columnsOf } from './drawing';
import { isWorld } from './findings';
import { useDraftState } from './use-draft';

/** What is to be said about the drawing, in sentences beside it. */
export function DrawingVerdict() {
  const findings = useDraftState((state) => state.findings);
  const rows = useDraftState(({ editor }) => editor.drawing.length);
  const columns = useDraftState(({ editor }) => columnsOf(editor.drawing));
  const t = texts();
  const world = isWorld(findings);
  const state = !world ? 'fault' : findings.length > 0 ? 'caution' : 'good';
  const Icon = state === 'good' ? Check : TriangleAlert;
  const sentences =
    findings.length === 0
      ? t.inUse(rows, columns)
      : findings.map(({ message }) => message).join(' ');
  return (
    <p role="status" aria-label={t.verdict} className={editing.verdict} data-state={state}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {sentences} {!world && <em>{t.lastGood}</em>}
      </span>
    </p>
  );
}
