import { Button, Popover } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useRef, useState } from 'react';
import { shell } from '../../texts/shell';
import { part } from '../part/part';

const MorePanel = part(() => import('./MorePanel'), { over: true });
const Gallery = part(() => import('../gallery/Gallery'), { over: true });
const SettingsDrawer = part(() => import('../controls/SettingsDrawer'), { over: true });
const EmbedDialog = part(() => import('../share/EmbedDialog'), { over: true });

const DIALOGS = { gallery: Gallery, settings: SettingsDrawer, embed: EmbedDialog };

export type MoreDialog = keyof typeof DIALOGS;

/** Behind one button what is wanted once in a while: the gallery, all settings, theme and language. */
export function MoreButton() {
  const [opened, setOpened] = useState<boolean | null>(null);
  const [dialog, setDialog] = useState<{ readonly name: MoreDialog; readonly opened: boolean }>();
  const button = useRef<HTMLButtonElement>(null);
  // Mantine would return the focus to what was pressed in the panel, which is gone by then.
  const focus = () => button.current?.focus({ preventScroll: true });
  const close = () => {
    setOpened(false);
    focus();
  };
  const Shown = dialog && DIALOGS[dialog.name];
  return (
    <>
      <Popover
        width={250}
        position="bottom-end"
        withArrow
        trapFocus
        opened={opened ?? false}
        onChange={(next) => (next ? setOpened(true) : close())}
      >
        <Popover.Target>
          <Button
            ref={button}
            variant="default"
            size="xs"
            data-place="settings"
            leftSection={<Ellipsis size={14} />}
            onClick={() => setOpened(!opened)}
          >
            {shell().more}
          </Button>
        </Popover.Target>
        {opened !== null && (
          <MorePanel
            onOpen={(name) => {
              setOpened(false);
              setDialog({ name, opened: true });
            }}
            onGone={() => setOpened(null)}
          />
        )}
      </Popover>
      {Shown && (
        <Shown
          opened={dialog.opened}
          onClose={() => {
            setDialog({ ...dialog, opened: false });
            focus();
          }}
          onGone={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
