import { useEffect } from 'react';

/** Says when what stands beside it is on the page, or the fault in its place. */
export function Standing({ onStanding }: { readonly onStanding: () => void }) {
  useEffect(onStanding, [onStanding]);
  return null;
}
