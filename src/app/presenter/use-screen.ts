import { type RefObject, useEffect } from 'react';

/** Has nothing behind a screen that fills the window take the focus, or be read out, for as long as it is there. */
export function useScreen(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const given = document.activeElement;
    const page = document.getElementById('root');
    if (page) page.inert = true;
    screen.current?.focus();
    return () => {
      if (page) page.inert = false;
      if (given instanceof HTMLElement) given.focus();
    };
  }, [screen]);
}
