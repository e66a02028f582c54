import '@mantine/core/styles/Popover.css';
import { Popover } from '@mantine/core';
import { type ReactNode, type Ref, useLayoutEffect, useState } from 'react';

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

/** Counts how often something was opened. */
function useOpenings(opened: boolean): number {
  const [count, setCount] = useState({ opened, openings: 0 });
  if (count.opened !== opened)
    setCount({ opened, openings: opened ? count.openings + 1 : count.openings });
  return count.openings;
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
  // What a popover remembers of where it floats holds all that it held before: each opening begins anew.
  const openings = useOpenings(opened);
  return (
    <Popover
      key={openings}
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
