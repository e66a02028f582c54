import { Button, Tooltip } from '@mantine/core';
import { Check, CodeXml, Share2 } from 'lucide-react';
import { useState } from 'react';
import { shell } from '../../texts/shell';
import { usePlayground } from '../basics/context';
import { part } from '../part/part';
import { shareMoment } from '../state/url-sync';

const EmbedDialog = part(() => import('./EmbedDialog'), { over: true });

/** Copies a link to this very moment; beside it, the way to the code for another page. */
export function ShareButton() {
  const [opened, setOpened] = useState<boolean | null>(null);
  const t = shell();
  const playground = usePlayground();
  const [said, setSaid] = useState<'' | 'copied' | 'refused'>('');
  const share = async () => {
    const address = shareMoment(playground.model, location.href);
    try {
      await navigator.clipboard.writeText(address);
      setSaid('copied');
    } catch {
      // Without permission the address bar still has the link.
      history.replaceState(null, '', address);
      setSaid('refused');
    }
    setTimeout(() => setSaid(''), 4000);
  };
  const sentence = said === 'copied' ? t.linkCopied : said === 'refused' ? t.linkRefused : '';
  return (
    <>
      <Button.Group>
        <Tooltip label={sentence || t.shareHint} {...(said ? { opened: true } : {})}>
          <Button
            variant="default"
            size="xs"
            leftSection={said === 'copied' ? <Check size={14} /> : <Share2 size={14} />}
            onClick={share}
          >
            {t.share}
          </Button>
        </Tooltip>
        <Tooltip label={t.embed}>
          <Button
            variant="default"
            size="xs"
            aria-label={t.embed}
            aria-haspopup="dialog"
            onClick={() => setOpened(true)}
          >
            <CodeXml size={14} />
          </Button>
        </Tooltip>
      </Button.Group>
      <span className="visually-hidden" aria-live="polite">
        {sentence}
      </span>
      {opened !== null && (
        <EmbedDialog
          opened={opened}
          onClose={() => setOpened(false)}
          onGone={() => setOpened(null)}
        />
      )}
    </>
  );
}
