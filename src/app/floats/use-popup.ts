import { type Ref, useId, useState } from 'react';
import type { PopupProps } from './Popup';

/** A button that opens a popup, and what the popup wants to know. */
interface UsedPopup {
  /** For the button. */
  readonly button: {
    readonly id: string;
    readonly ref: Ref<HTMLButtonElement>;
    readonly 'aria-haspopup': 'dialog';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly onClick: () => void;
  };
  /** For the part that draws it; null while it was never opened, and once it could not be had. */
  readonly popup: (PopupProps & { readonly onGone: () => void }) | null;
  /** Gives the focus back to the button. */
  readonly focus: () => void;
  /** Closes it, and leaves the focus to whatever opens in its place. */
  readonly close: () => void;
}

/** A button that opens a popup whose code is loaded when it is first opened. */
export function usePopup(): UsedPopup {
  const id = useId();
  const [opened, setOpened] = useState<boolean | null>(null);
  const [on, setOn] = useState<HTMLButtonElement | null>(null);
  const focus = () => on?.focus({ preventScroll: true });
  return {
    button: {
      id,
      ref: setOn,
      'aria-haspopup': 'dialog',
      'aria-expanded': opened ?? false,
      'aria-controls': opened ? `${id}-dropdown` : undefined,
      onClick: () => setOpened(!opened),
    },
    popup:
      opened === null
        ? null
        : {
            on,
            id,
            opened,
            onClose: () => {
              setOpened(false);
              // Mantine returns it only from panels that stood there, closed, before they opened.
              focus();
            },
            onGone: () => setOpened(null),
          },
    focus,
    close: () => setOpened(false),
  };
}
