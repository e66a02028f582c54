import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { currentLanguage } from '../../texts/current';
import { formatElapsed, formatTime } from '../../texts/format';
import { presenter } from '../../texts/presenter';
import type { Act } from './lecture';

const LOOK = `
  body { margin: 0; padding: 28px 34px; background: #fff; color: #111;
    font: 21px/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 4px; font-size: 27px; }
  p.line { margin: 0 0 18px; color: #555; }
  li { margin-bottom: 10px; }
  p.clock { float: right; margin: 4px 0 0 24px; font-size: 24px; font-variant-numeric: tabular-nums; }
  p.black { padding: 6px 12px; background: #111; color: #fff; }
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

/** The time of day, and how long the lecture has gone on. */
function Clock({ startedAt }: { readonly startedAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const elapsed = formatElapsed(Math.max(0, now - startedAt) / 1000);
  return <p className="clock">{presenter().clock(formatTime(now), elapsed)}</p>;
}

/** What the speaker alone sees; its keys drive the lecture as well. */
export function Notes({
  body,
  act,
  next,
  language,
  startedAt,
  black,
  onKey,
}: {
  readonly body: HTMLElement;
  readonly act: Act;
  readonly next: Act | null;
  readonly language: string | undefined;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  /** Whether the hall sees nothing. */
  readonly black: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  useEffect(() => {
    const view = body.ownerDocument.defaultView;
    view?.addEventListener('keydown', onKey);
    return () => view?.removeEventListener('keydown', onKey);
  }, [body, onKey]);
  const t = presenter();
  return createPortal(
    <main>
      <Clock startedAt={startedAt} />
      {black && <p className="black">{t.blackNow}</p>}
      <div lang={language}>
        <h1>{act.title}</h1>
        <p className="line">{act.line}</p>
        <ul>
          {act.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
      <p className="next">{next ? t.next(next.title) : t.lastAct}</p>
    </main>,
    body,
  );
}
