import type { because as english, Lie } from '../en/because';
import { formatCount, formatShare, formatValue, plural } from '../format';

const ALMOST = 0.9;

function whereOf({ data, unseenAction, unseenState }: Lie): string {
  if (data >= ALMOST) return 'fast alles davon sitzt in Paaren, die die Daten kennen';
  if (unseenAction >= ALMOST && unseenAction <= 1 / ALMOST)
    return 'fast alles davon sitzt in Aktionen, die niemand probiert hat';
  if (unseenState >= ALMOST && unseenState <= 1 / ALMOST)
    return 'fast alles davon sitzt in Zuständen, die niemand besucht hat';
  const unseen = unseenAction + unseenState;
  if (unseen > 1 / ALMOST) return 'alles davon und mehr sitzt, wo es keine Daten gibt';
  if (unseen >= ALMOST) return 'fast alles davon sitzt, wo es keine Daten gibt';
  return `${formatShare(Math.max(0, unseen))} davon sitzt, wo es keine Daten gibt`;
}

export const because: typeof english = {
  why: 'Warum:',
  lie: (lie) => {
    const { name, total, data, pairs, seed } = lie;
    const much =
      seed === null
        ? `${name} glaubt um ${formatValue(total)} zu viel`
        : `Auf Seed ${seed} glaubt ${name} um ${formatValue(total)} zu viel`;
    if (pairs === null) return `${much}: ${whereOf(lie)}.`;
    const count = `${formatCount(pairs)} ${plural(pairs, { one: 'Paar', other: 'Paaren' })}`;
    if (Math.abs(data) < 0.05)
      return `${much}: fast alles davon in ${count}, ${pairs === 1 ? 'das' : 'die'} niemand probiert hat.`;
    return `${much}: ${whereOf(lie)}, beinahe alles in ${count}.`;
  },
};
