import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';

/**
 * Whoever came last stands at its end; settled once all have been drawn or are gone. Not only asked for in turn,
 * as maps are: React draws at one go whatever it has been told of before it began.
 */
let queue: Promise<unknown> = Promise.resolve();

/** Lets the browser do what else there is: answer, draw. */
export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Has costly parts of the page that come together be drawn one after another, each in a task of its own, so
 * that whoever presses something meanwhile is answered between two of them.
 *
 * @returns whether it is this part's turn, or was.
 */
export function useTurn(): boolean {
  const [come, setCome] = useState(false);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => {
    const over = new Promise<void>((resolve) => {
      end.current = resolve;
    });
    queue = queue
      .then(pause)
      .then(() => startTransition(() => setCome(true)))
      .then(() => over);
    return () => end.current?.();
  }, []);
  useEffect(() => {
    if (come) end.current?.();
  }, [come]);
  return come;
}

/** Its children, once it is their turn. */
export function InTurn({ children }: { readonly children: ReactNode }): ReactNode {
  return useTurn() ? children : null;
}
