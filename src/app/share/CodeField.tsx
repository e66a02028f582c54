import { Button, Textarea } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { share } from '../../texts/share';
import styles from './share.module.css';

/** Code to be taken along: by its button, or by hand where the browser does not let the page copy. */
export function CodeField({ code }: { readonly code: string }) {
  const t = share();
  const field = useRef<HTMLTextAreaElement>(null);
  // What was copied, to say so only as long as it is what stands there.
  const [copied, setCopied] = useState('');
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!refused) return;
    field.current?.focus();
    field.current?.select();
  }, [refused]);
  const copy = async () => {
    setRefused(false);
    try {
      await navigator.clipboard.writeText(code);
      setCopied(code);
    } catch {
      setRefused(true);
    }
  };
  const done = copied === code;
  const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ C' : 'Ctrl + C';
  return (
    <div className={styles.code}>
      <Textarea
        ref={field}
        label={t.code}
        classNames={{ input: styles.codeText }}
        readOnly
        spellCheck={false}
        rows={4}
        value={code}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.copy}>
        <Button
          size="xs"
          color="var(--ink)"
          className={styles.copyButton}
          leftSection={done ? <Check size={14} /> : <Copy size={14} />}
          onClick={copy}
        >
          {t.copy}
        </Button>
        <p className={styles.said} aria-live="polite">
          {refused ? t.refused(keys) : done ? t.copied : ''}
        </p>
      </div>
    </div>
  );
}
