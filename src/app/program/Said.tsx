import { useMemo } from 'react';
import { compileProgram } from '../../learners/language/compile';
import { LEARNERS } from '../../learners/registry';
import type { LearnerKind, LearnerSettings } from '../../learners/types';
import { Findings } from './Findings';
import { remarkedOn } from './remarks';

/** What the checker says of a method under some settings. */
export default function Said({
  kind,
  settings,
}: {
  readonly kind: LearnerKind;
  readonly settings: LearnerSettings;
}) {
  const found = useMemo(() => {
    const { program, names, variant } = LEARNERS[kind](settings);
    const chosen = variant(settings);
    return remarkedOn(program, compileProgram(program, chosen, names), names, chosen);
  }, [kind, settings]);
  return <Findings found={found} />;
}
