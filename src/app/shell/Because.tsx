import { type ReactNode, useMemo } from 'react';
import { because as texts } from '../../texts/because';
import { useInstances, useModel } from '../basics/context';
import { reasonsOf } from '../state/because';

/** Why the verdict is what it is; `children` where there is nothing to add to it. */
export default function Because({ children }: { readonly children: ReactNode }) {
  const instances = useInstances();
  const snapshot = useModel((model) => model.snapshot);
  const problem = useModel((model) => model.problem);
  const settings = useModel((model) => model.settings);
  const reasons = useMemo(
    () => (snapshot && problem ? reasonsOf(snapshot, problem, settings, instances) : []),
    [snapshot, problem, settings, instances],
  );
  if (reasons.length === 0) return children;
  return (
    <>
      <strong>{texts().why}</strong> {reasons.join(' ')}
    </>
  );
}
