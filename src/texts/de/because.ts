import type { because as english, Seat } from '../because';
import { formatCount, formatShare, formatValue, plural } from '../format';

const SEATS: Readonly<Record<Seat, string>> = {
  seen: 'fast alles davon sitzt in Paaren, die die Daten kennen',
  actions: 'fast alles davon sitzt in Aktionen, die niemand probiert hat',
  states: 'fast alles davon sitzt in Zuständen, die niemand besucht hat',
  beyond: 'alles davon und mehr sitzt, wo es keine Daten gibt',
  unseen: 'fast alles davon sitzt, wo es keine Daten gibt',
};

export const because: ReturnType<typeof english> = {
  why: 'Warum:',
  lie: ({ name, total, seat, pairs, untried, seed }) => {
    const much =
      seed === null
        ? `${name} glaubt um ${formatValue(total)} zu viel`
        : `Auf Seed ${seed} glaubt ${name} um ${formatValue(total)} zu viel`;
    const where =
      typeof seat === 'number'
        ? `${formatShare(seat)} davon sitzt, wo es keine Daten gibt`
        : SEATS[seat];
    if (pairs === null) return `${much}: ${where}.`;
    const count = `${formatCount(pairs)} ${plural(pairs, { one: 'Paar', other: 'Paaren' })}`;
    if (untried)
      return `${much}: fast alles davon in ${count}, ${plural(pairs, { one: 'das', other: 'die' })} niemand probiert hat.`;
    return `${much}: ${where}, beinahe alles in ${count}.`;
  },
};
