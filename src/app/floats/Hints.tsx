import { type ComponentType, useEffect, useState } from 'react';
import { once } from '../part/arriving';
import { shownHint } from './hint';
import { listenForHints } from './listen';

const load = once(() => import('./HintCard'));

/**
 * Shows what elements of the page say of themselves (`hinted`). What draws it is fetched when a hint is first
 * wanted; if it does not come, there is none, and the next one asks for it again.
 */
export function Hints() {
  const [Card, setCard] = useState<ComponentType | null>(null);
  useEffect(() => {
    const want = () => {
      load().then(
        ({ HintCard }) => setCard(() => HintCard),
        () => undefined,
      );
    };
    const unsubscribe = shownHint.subscribe(({ anchor }) => anchor !== null && want());
    const unlisten = listenForHints(document, want);
    return () => {
      unlisten();
      unsubscribe();
    };
  }, []);
  return Card === null ? null : <Card />;
}
