import { ActionIcon, Tooltip } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import editing from './editing.module.css';

const APPLE = /mac|iphone|ipad/i.test(navigator.platform);

/** How a key that goes with Ctrl is written on this machine. */
function combination(key: string, shift = false): string {
  return APPLE ? `${shift ? '⇧' : ''}⌘${key}` : `Ctrl+${shift ? 'Shift+' : ''}${key}`;
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
  step,
  keys,
  onClick,
  children,
}: {
  readonly word: string;
  readonly step: string | undefined;
  readonly keys: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={step ? `${word}: ${step} (${keys})` : `Nothing to ${word.toLowerCase()}`}>
      {/* Never really disabled: that would take the focus from who undoes step by step. */}
      <ActionIcon
        variant="default"
        size={34}
        aria-label={word}
        aria-disabled={step === undefined}
        data-disabled={step === undefined}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface HistoryProps {
  /** What undoing would take back and redoing make again, undefined for nothing. */
  readonly back: string | undefined;
  readonly forth: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Undo and redo, by button and by the usual keys wherever the focus is. */
export function History({ back, forth, onUndo, onRedo }: HistoryProps) {
  useWindowEvent('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) onUndo();
    else if ((key === 'z' && event.shiftKey) || key === 'y') onRedo();
    else return;
    event.preventDefault();
  });
  return (
    <div className={editing.history}>
      <HistoryButton word="Undo" step={back} keys={combination('Z')} onClick={onUndo}>
        <Undo2 size={16} />
      </HistoryButton>
      <HistoryButton word="Redo" step={forth} keys={combination('Z', true)} onClick={onRedo}>
        <Redo2 size={16} />
      </HistoryButton>
    </div>
  );
}
