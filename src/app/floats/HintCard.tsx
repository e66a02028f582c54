import '@mantine/core/styles/Tooltip.css';
import { Tooltip } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { shownHint } from './hint';

interface Said {
  readonly anchor: HTMLElement;
  readonly text: string;
  readonly title: string | undefined;
}

const saidBy = (anchor: HTMLElement): Said => ({
  anchor,
  text: anchor.dataset.hint ?? '',
  title: anchor.dataset.hintTitle,
});

/** Draws the hint that is open, beside its element, and names it as that element's description. */
export function HintCard() {
  const anchor = useStore(shownHint, (state) => state.anchor);
  // Kept while it fades out.
  const [said, setSaid] = useState<Said | null>(null);
  const [opened, setOpened] = useState(false);
  const id = useId();
  useEffect(() => {
    setOpened(anchor !== null);
    if (anchor === null) return;
    const read = () => setSaid(saidBy(anchor));
    read();
    const changes = new MutationObserver(read);
    changes.observe(anchor, { attributeFilter: ['data-hint', 'data-hint-title'] });
    // What has the focus inside is what a screen reader speaks of.
    const within = anchor.querySelector(':focus') ?? anchor;
    const before = within.getAttribute('aria-describedby');
    within.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`);
    return () => {
      changes.disconnect();
      if (before === null) within.removeAttribute('aria-describedby');
      else within.setAttribute('aria-describedby', before);
    };
  }, [anchor, id]);
  if (said === null) return null;
  return (
    <Tooltip
      target={said.anchor}
      opened={opened && said.text !== ''}
      interactive
      multiline
      maw={320}
      withArrow
      label={
        <span id={id}>
          {said.title !== undefined && (
            <>
              <strong>{said.title}</strong>
              <br />
            </>
          )}
          {said.text}
        </span>
      }
    />
  );
}
