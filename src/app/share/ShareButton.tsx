import { Button, Tooltip } from '@mantine/core';
import { Check, CodeXml, Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { usePlayground } from '../context';
import { shareMoment } from '../state/url-sync';

const EmbedDialog = lazy(() => import('./EmbedDialog'));

/** Copies a link to this very moment; beside it, the way to the code for another page. */
export function ShareButton() {
  const [opened, setOpened] = useState<boolean | null>(null);
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
  const sentence =
    said === 'copied'
      ? 'Link copied: it restores exactly this.'
      : said === 'refused'
        ? 'The browser does not let the page copy; the link is in the address bar.'
        : '';
  return (
    <>
      <Button.Group>
        <Tooltip
          label={sentence || 'Copy a link that restores exactly this'}
          {...(said ? { opened: true } : {})}
        >
          <Button
            variant="default"
            size="xs"
            leftSection={said === 'copied' ? <Check size={14} /> : <Share2 size={14} />}
            onClick={share}
          >
            Share
          </Button>
        </Tooltip>
        <Tooltip label="Embed in a page …">
          <Button
            variant="default"
            size="xs"
            aria-label="Embed in a page …"
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
        <Suspense fallback={null}>
          <EmbedDialog opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
