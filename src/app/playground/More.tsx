import { Button } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { shell } from '../../texts/shell';
import { usePopup } from '../floats/use-popup';
import { part } from '../part/part';

const MorePanel = part(() => import('./MorePanel'), { over: true });
const Gallery = part(() => import('../gallery/Gallery'), { over: true });
const SettingsDrawer = part(() => import('../controls/SettingsDrawer'), { over: true });
const EmbedDialog = part(() => import('../share/EmbedDialog'), { over: true });

const DIALOGS = { gallery: Gallery, settings: SettingsDrawer, embed: EmbedDialog };

export type MoreDialog = keyof typeof DIALOGS;

/** Behind one button what is wanted once in a while: the gallery, all settings, theme and language. */
export function MoreButton() {
  const { button, popup, focus, close } = usePopup();
  const [dialog, setDialog] = useState<{ readonly name: MoreDialog; readonly opened: boolean }>();
  const Shown = dialog && DIALOGS[dialog.name];
  return (
    <>
      <Button
        {...button}
        variant="default"
        size="xs"
        data-place="settings"
        leftSection={<Ellipsis size={14} />}
      >
        {shell().more}
      </Button>
      {popup && (
        <MorePanel
          {...popup}
          onOpen={(name) => {
            close();
            setDialog({ name, opened: true });
          }}
        />
      )}
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
