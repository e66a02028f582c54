import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { currentLanguage } from '../../texts/current';
import { presenter } from '../../texts/presenter';
import { type Act, wordsOf } from './acts';

const LOOK = `
  body { margin: 0; padding: 28px 34px; background: #fff; color: #111;
    font: 21px/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 4px; font-size: 27px; }
  p.line { margin: 0 0 18px; color: #555; }
  li { margin-bottom: 10px; }
  p.next { margin-top: 26px; padding-top: 14px; border-top: 1px solid #ccc; color: #555; }
`;

/** The speaker's window: `body` of it while it is open; `open` tells whether it could be opened. */
export function useNotesWindow(): {
  readonly body: HTMLElement | null;
  readonly open: () => boolean;
} {
  const [opened, setOpened] = useState<Window | null>(null);
  const open = useCallback(() => {
    if (opened && !opened.closed) {
      opened.focus();
      return true;
    }
    const made = window.open('', 'offgrid-notes', 'popup,width=760,height=620');
    if (made === null) return false;
    made.document.documentElement.lang = currentLanguage();
    const style = made.document.createElement('style');
    style.textContent = LOOK;
    made.document.head.replaceChildren(style);
    made.document.title = presenter().notesTitle;
    made.document.body.replaceChildren();
    made.addEventListener('pagehide', () => setOpened(null));
    setOpened(made);
    return true;
  }, [opened]);
  useEffect(() => () => opened?.close(), [opened]);
  return { body: opened?.document.body ?? null, open };
}

/** What the speaker alone sees; its keys drive the lecture as well. */
export function Notes({
  body,
  act,
  next,
  onKey,
}: {
  readonly body: HTMLElement;
  readonly act: Act;
  readonly next: Act | null;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  useEffect(() => {
    const view = body.ownerDocument.defaultView;
    view?.addEventListener('keydown', onKey);
    return () => view?.removeEventListener('keydown', onKey);
  }, [body, onKey]);
  const t = presenter();
  const { title, line, notes } = wordsOf(act);
  return createPortal(
    <main>
      <h1>{title}</h1>
      <p className="line">{line}</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className="next">{next ? t.next(wordsOf(next).title) : t.lastAct}</p>
    </main>,
    body,
  );
}
