import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { inside } from '../../texts/inside';
import styles from './program.module.css';

/** A text to be read and taken along; by hand where the browser does not let the page copy. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const t = inside();
  // What was copied, to say so only as long as it is what stands there.
  const [copied, setCopied] = useState('');
  const [refused, setRefused] = useState(false);
  const place = useRef<HTMLPreElement>(null);
  const copy = async () => {
    setRefused(false);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      if (place.current) getSelection()?.selectAllChildren(place.current);
      setRefused(true);
    }
  };
  const done = copied === text;
  return (
    <div className={styles.source}>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: wide code scrolls, by keyboard as well; a fieldset would not. */}
      <pre ref={place} tabIndex={0} role="group" aria-label={label} translate="no">
        <code>{text}</code>
      </pre>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={done ? <Check size={13} /> : <Copy size={13} />}
        onClick={copy}
      >
        {done ? t.copied : t.copy}
      </Button>
      <p className={styles.help} role="status">
        {refused && t.refused}
      </p>
    </div>
  );
}
