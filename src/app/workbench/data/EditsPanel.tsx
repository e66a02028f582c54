import { memo, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { printEdit, type Region } from '../../../data/edits';
import type { EditReport } from '../../../data/surgery';
import { data } from '../../../texts/data';
import { Group } from '../Bench';
import styles from './data.module.css';
import { EditEntry } from './EditEntry';
import edits from './edits.module.css';
import tables from './tables.module.css';
import { useEditList, useEditListState } from './use-edit-list';

interface EditsPanelProps {
  readonly reports: readonly EditReport[];
  readonly marked: Region | null;
  readonly onPoint: (region: Region | null) => void;
}

/** The edits in their order: each works on what the former ones left. */
export const EditsPanel = memo(function EditsPanel({ reports, marked, onPoint }: EditsPanelProps) {
  const t = data();
  const list = useEditList();
  const entries = useEditListState((state) => state.entries);
  const [drag, setDrag] = useState<{ readonly id: number; readonly place: number } | null>(null);
  const items = useRef<HTMLOListElement>(null);
  const refocus = useRef<string | null>(null);
  // The browser lets go of the focus of what it moves.
  useLayoutEffect(() => {
    if (refocus.current === null || entries.length === 0) return;
    items.current?.querySelector<HTMLElement>(`[data-move="${refocus.current}"]`)?.focus();
    refocus.current = null;
  }, [entries]);

  const dragged = entries.find(({ id }) => id === drag?.id);
  const others = entries.filter((entry) => entry !== dragged);
  const shown =
    drag && dragged
      ? [...others.slice(0, drag.place), dragged, ...others.slice(drag.place)]
      : entries;

  const grip = (id: number, from: number, event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    let place = from;
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const rows = [...(items.current?.children ?? [])];
      const above = rows.filter((row, at) => {
        const { top, height } = row.getBoundingClientRect();
        return at !== place && clientY > top + height / 2;
      });
      place = above.length;
      // At once: the next move measures the rows in the order that this one gave them.
      flushSync(() => setDrag({ id, place }));
    };
    const end = (good: boolean) => () => {
      // Captured by the window: the handle itself moves within the list.
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', giveUp);
      setDrag(null);
      if (good) list.move(id, place);
    };
    const drop = end(true);
    const giveUp = end(false);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', giveUp);
    handle.blur();
    flushSync(() => setDrag({ id, place }));
  };

  return (
    <Group title={t.edits}>
      {entries.length === 0 ? (
        <p className={styles.hint}>{t.noEdits} </p>
      ) : (
        <ol ref={items} className={edits.entries}>
          {shown.map((entry, place) => {
            const at = entries.indexOf(entry);
            const report = reports[at];
            return (
              <EditEntry
                key={entry.id}
                entry={entry}
                place={place}
                places={entries.length}
                report={report?.text === printEdit(entry.edit) ? report : null}
                marked={marked}
                dragged={entry.id === drag?.id}
                onPoint={onPoint}
                onGrip={(event) => grip(entry.id, at, event)}
                onMove={(next) => {
                  refocus.current = `${entry.id} ${next < place ? 'up' : 'down'}`;
                  list.move(entry.id, next);
                }}
              />
            );
          })}
        </ol>
      )}
      {entries.length > 1 && (
        <button type="button" className={tables.link} onClick={() => list.clear()}>
          {t.removeAll}
        </button>
      )}
    </Group>
  );
});
