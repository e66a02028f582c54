import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, forceLinting, linter, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { inside } from '../../texts/inside';
import styles from './program.module.css';
import type { Finding } from './remarks';

const STATEMENTS =
  /^(?:network|policy|knob|choice|minimi[sz]e|act|believe)(?!\s*=)(?![\p{L}\p{M}\p{Nd}])/u;
const WITHIN = /^(?:target|for|from|to|logarithmic|by|where)(?![\p{L}\p{M}\p{Nd}])/u;
const WORDS =
  /^(?:sum|Σ|∑|mean|max|min|argmax|softmax|logsumexp|exp|log|abs|square|sg|stop)(?![\p{L}\p{M}\p{Nd}])/u;

/** Colours only: what a program means is read elsewhere. */
const LANGUAGE = StreamLanguage.define({
  token(stream) {
    const begins = stream.sol();
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (begins && stream.match(STATEMENTS)) return 'keyword';
    if (stream.match(WITHIN)) return 'keyword';
    if (stream.match(WORDS)) return 'operatorKeyword';
    if (stream.match(/^\d+(?:\.\d+)?(?:e[+-]?\d+)?/i)) return 'number';
    if (stream.match(/^[\p{L}][\p{L}\p{M}\p{Nd}_′']*/u)) return 'variableName';
    stream.next();
    return null;
  },
});

const COLORS = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)' },
  { tag: tags.keyword, fontWeight: '700' },
  { tag: tags.operatorKeyword, color: 'var(--code-word)' },
  { tag: tags.number, color: 'var(--code-number)' },
]);

interface EditorProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Ctrl or ⌘ + Enter. */
  readonly onDone: () => void;
  readonly findings: (text: string) => readonly Finding[];
}

/** A text editor for programs, which marks what is wrong as it is typed. */
export function Editor({ label, text, onChange, onDone, findings }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, onDone, findings });
  latest.current = { onChange, onDone, findings };
  const first = useRef(text);
  useEffect(() => {
    if (place.current === null) return;
    const marks = (editor: EditorView): Diagnostic[] => {
      const { length } = editor.state.doc;
      return latest.current.findings(editor.state.doc.toString()).map((own) => {
        const from = Math.min(own.start, length);
        return {
          from,
          to: Math.max(from, Math.min(own.end, length)),
          severity: own.weight === 'fault' ? 'error' : 'warning',
          message: own.sentence,
        };
      });
    };
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          LANGUAGE,
          syntaxHighlighting(COLORS),
          lintGutter(),
          linter(marks, { delay: 250 }),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          keymap.of([
            {
              key: 'Mod-Enter',
              run: () => {
                latest.current.onDone();
                return true;
              },
            },
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    forceLinting(editor);
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [label]);
  // A text that came from elsewhere, not from typing.
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  const insert = (sign: string) => {
    const editor = view.current;
    if (editor === null) return;
    editor.dispatch(editor.state.replaceSelection(sign));
    editor.focus();
  };
  return (
    <div className={styles.editor}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame. */}
      <div className={styles.signs} role="group" aria-label={inside().signs}>
        {SIGNS.map((sign) => (
          <button key={sign} type="button" onClick={() => insert(sign)}>
            {sign}
          </button>
        ))}
      </div>
      <div ref={place} className={styles.code} translate="no" />
    </div>
  );
}

/** Signs that few keyboards have; each has a spelling in plain letters too. */
const SIGNS = ['Q̄', 's′', '·', 'Σ', 'γ', 'π', 'α', 'β', 'τ', 'κ', '²', '−', '≤'];
