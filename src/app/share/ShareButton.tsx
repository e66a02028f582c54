import { Button } from '@mantine/core';
import { Check, Share2 } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { shell } from '../../texts/shell';
import { usePlayground } from '../basics/context';
import { hinted, holdHint, letGo } from '../floats/hint';
import { shareMoment } from '../state/url-sync';

/** Copies a link to this very moment. */
export function ShareButton() {
  const t = shell();
  const playground = usePlayground();
  const [said, setSaid] = useState<'' | 'copied' | 'refused'>('');
  const share = async ({ currentTarget: button }: MouseEvent<HTMLButtonElement>) => {
    const address = shareMoment(playground.model, location.href);
    try {
      await navigator.clipboard.writeText(address);
      setSaid('copied');
    } catch {
      // Without permission the address bar still has the link.
      history.replaceState(null, '', address);
      setSaid('refused');
    }
    holdHint(button);
    setTimeout(() => {
      setSaid('');
      letGo(button);
    }, 4000);
  };
  const sentence = said === 'copied' ? t.linkCopied : said === 'refused' ? t.linkRefused : '';
  return (
    <>
      <Button
        {...hinted(sentence || t.shareHint)}
        variant="default"
        size="xs"
        leftSection={said === 'copied' ? <Check size={14} /> : <Share2 size={14} />}
        onClick={share}
      >
        {t.share}
      </Button>
      <span className="visually-hidden" aria-live="polite">
        {sentence}
      </span>
    </>
  );
}
