import { Button } from '@mantine/core';
import { Check, ClipboardCopy, Download, FolderOpen } from 'lucide-react';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { world } from '../../../texts/world';
import { saveFile } from '../../basics/save-file';
import { Group } from '../Bench';
import editing from '../editing.module.css';
import { readMapText } from './map-text';
import { useDraft, useDraftState } from './use-draft';
import styles from './world.module.css';

/** Faults listed one by one; what are more are counted. */
const LISTED = 12;

/** Everything wrong with a text, and the button that applies it all the same where it can be drawn. */
function Report({ text, onDone }: { readonly text: string; readonly onDone: () => void }) {
  const t = world();
  const draft = useDraft();
  const { drawing, faults } = useMemo(() => readMapText(text), [text]);
  return (
    <div className={styles.report}>
      <div role="status" aria-label={t.text}>
        {faults.length === 0 ? (
          <p className={editing.hint}>{t.isMap}</p>
        ) : (
          <>
            <p className={styles.faulty}>{t.faults(faults.length)} </p>
            <ul className={styles.faults}>
              {faults.slice(0, LISTED).map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
            {faults.length > LISTED && (
              <p className={editing.hint}>{t.moreFaults(faults.length - LISTED)}</p>
            )}
            {drawing && <p className={editing.hint}>{t.allTheSame}</p>}
          </>
        )}
      </div>
      <div className={editing.buttons}>
        <Button
          size="compact-sm"
          color="var(--ink)"
          disabled={drawing === null}
          onClick={() => {
            if (drawing === null) return;
            draft.write(null);
            draft.change(drawing, t.steps.fromText);
            onDone();
          }}
        >
          {t.apply}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            draft.write(null);
            onDone();
          }}
        >
          {t.discard}
        </Button>
      </div>
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const t = world();
  const [said, setSaid] = useState<'copy' | 'copied' | 'selectAndCopy'>('copy');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      // Without permission the text is there to be selected.
      setSaid('selectAndCopy');
    }
    setTimeout(() => setSaid('copy'), 3000);
  };
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={said === 'copied' ? <Check size={14} /> : <ClipboardCopy size={14} />}
      onClick={copy}
    >
      <span aria-live="polite">{t[said]}</span>
    </Button>
  );
}

interface TextPanelProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** Why a file was not read, empty where none was refused. */
  readonly refused: string;
  readonly onFile: (file: File) => void;
}

/** The map as text: to be read, edited, pasted, copied, saved and opened. */
export function TextPanel({ area, refused, onFile }: TextPanelProps) {
  const t = world();
  const draft = useDraft();
  const drawn = useDraftState(({ editor }) => editor.drawing).join('\n');
  const written = useDraftState((state) => state.text);
  const chooser = useRef<HTMLInputElement>(null);
  const shown = written ?? drawn;
  return (
    <Group title={t.asText}>
      <textarea
        ref={area}
        className={styles.text}
        aria-label={t.mapAsText}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        rows={Math.min(14, Math.max(4, shown.split('\n', 15).length))}
        value={shown}
        onChange={({ currentTarget: { value } }) => draft.write(value === drawn ? null : value)}
      />
      {written !== null && <Report text={written} onDone={() => area.current?.focus()} />}
      {refused !== '' && (
        <p role="alert" className={styles.faulty}>
          {refused}
        </p>
      )}
      <div className={editing.buttons}>
        <CopyButton text={shown} />
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Download size={14} />}
          onClick={() => saveFile(`${shown}\n`, 'world.txt', 'text/plain')}
        >
          {t.save}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<FolderOpen size={14} />}
          onClick={() => chooser.current?.click()}
        >
          {t.open}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".txt,text/plain"
          aria-label={t.openLabel}
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file can be opened again after it was changed elsewhere.
            currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      <p className={editing.hint}>{t.textHint} </p>
    </Group>
  );
}
