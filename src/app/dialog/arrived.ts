import { useEffect, useState } from 'react';

/**
 * False when a dialog is first drawn, true from then on: the library notes what gave it the focus when
 * a closed one opens, so one that comes with its code must come closed.
 */
export function useArrived(): boolean {
  const [arrived, setArrived] = useState(false);
  useEffect(() => setArrived(true), []);
  return arrived;
}
