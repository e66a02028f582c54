import { ActionIcon } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { workbench } from '../../texts/workbench';
import { byKey } from '../basics/keys';
import { hinted } from '../floats/hint';
import editing from './editing.module.css';

const APPLE = /mac|iphone|ipad/i.test(navigator.platform);

/** How a key that goes with Ctrl is written on this machine. */
function combination(key: string, shift = false): string {
  if (APPLE) return `${shift ? '⇧' : ''}⌘${key}`;
  const t = workbench();
  return `${t.ctrl}+${shift ? `${t.shift}+` : ''}${key}`;
}

/** Fields have an undo of their own, for what is typed. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'radio' && !target.readOnly)
  );
}

function HistoryButton({
  word,
  hint,
  off,
  onClick,
  children,
}: {
  readonly word: string;
  readonly hint: string;
  readonly off: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    // Never really disabled: that would take the focus from who undoes step by step.
    <ActionIcon
      {...hinted(hint)}
      variant="default"
      size={34}
      aria-label={word}
      aria-disabled={off}
      data-disabled={off}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

interface HistoryButtonsProps {
  /** What undoing would take back and redoing make again, undefined for nothing. */
  readonly back: string | undefined;
  readonly forth: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Undo and redo, by button and by the usual keys wherever the focus is. */
export function HistoryButtons({ back, forth, onUndo, onRedo }: HistoryButtonsProps) {
  useWindowEvent('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
    const key = byKey(event, (name) => (name === 'z' || name === 'y' ? name : null));
    if (key === 'z' && !event.shiftKey) onUndo();
    else if (key !== undefined) onRedo();
    else return;
    event.preventDefault();
  });
  const t = workbench();
  return (
    <div className={editing.history}>
      <HistoryButton
        word={t.undo}
        hint={back ? t.undoStep(back, combination('Z')) : t.nothingToUndo}
        off={back === undefined}
        onClick={onUndo}
      >
        <Undo2 size={16} />
      </HistoryButton>
      <HistoryButton
        word={t.redo}
        hint={forth ? t.redoStep(forth, combination('Z', true)) : t.nothingToRedo}
        off={forth === undefined}
        onClick={onRedo}
      >
        <Redo2 size={16} />
      </HistoryButton>
    </div>
  );
}
