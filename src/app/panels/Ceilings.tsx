import type { Truth } from '../../experiment/types';
import { ceilings } from '../../texts/ceilings';
import { formatValue } from '../../texts/format';
import { Figure } from './Figure';

const SHOWN = ['inSupportHalting', 'plannedFromData'] as const;

/** What the data allow under other assumptions than the best within them makes. */
export default function Ceilings({ truth }: { readonly truth: Truth | undefined }) {
  const t = ceilings();
  return SHOWN.map((name) => (
    <Figure
      key={name}
      place={`truth:${name}`}
      value={truth ? formatValue(truth[name]) : '–'}
      {...t[name]}
    />
  ));
}
