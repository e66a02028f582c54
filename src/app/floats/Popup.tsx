import '@mantine/core/styles/Popover.css';
import { Popover } from '@mantine/core';
import { type ReactNode, type Ref, useLayoutEffect } from 'react';

export interface PopupProps {
  /** The button that it hangs on, which has `id`. */
  readonly on: HTMLElement | null;
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Has a popover hang on an element that was there before it. */
function Standing({ at, hang }: { readonly at: HTMLElement | null; readonly hang?: Ref<Element> }) {
  useLayoutEffect(() => {
    if (typeof hang !== 'function') return undefined;
    const end = hang(at);
    return typeof end === 'function' ? end : () => void hang(null);
  }, [at, hang]);
  return null;
}

/**
 * A small dialog that hangs on a button of the page. It has the focus while it is open, and closes with Escape
 * or a press elsewhere. Loaded with what it shows; the button itself (`usePopup`) needs nothing of it.
 */
export function Popup({
  on,
  id,
  opened,
  onClose,
  width,
  className,
  label,
  children,
}: PopupProps & {
  readonly width: number;
  readonly className: string | undefined;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Popover
      id={id}
      width={width}
      position="bottom-end"
      withArrow
      trapFocus
      opened={opened}
      onChange={(next) => next || onClose()}
    >
      <Popover.Target refProp="hang">
        <Standing at={on} />
      </Popover.Target>
      <Popover.Dropdown className={className} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
