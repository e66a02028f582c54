import { area } from './current';
import { formatSeen, formatShare, formatSigned, formatValue } from './format';
import { english as words } from './words';

/** Learners that take the same action in a cell. */
export interface Way {
  /** Short names. */
  readonly names: readonly string[];
  readonly action: number;
}

/** The marked cell and everything known of it. */
export const inspector = area('inspector', {
  hint: 'Hover a cell of any map, or walk there with the arrow keys. A click or Enter pins it.',
  ends: 'Episodes end here, so nobody chooses.',
  unreachable: 'No policy can get here.',
  pinned: 'pinned',
  /** As short as it can be. */
  seen: (count: number) => (count > 1 ? `seen ${count}×` : formatSeen(count)),
  key: 'Bars: Q̂. Dashes: truth of that learner’s policy. Dotted: where Q̂ would rest. ▲: takes it.',
  /** `ways` from the likeliest on. */
  noValues: (ways: readonly { readonly action: number; readonly share: number }[]) =>
    `{name} has no values; it goes ${ways
      .map(({ action, share }) => `${words.moves[action]} ${formatShare(share)}`)
      .join(', ')}.`,
  actionSeen: (action: number, count: number) => `${words.actions[action]}, ${formatSeen(count)}`,
  /** `rest`: where its Q̂ would come to rest with a table, NaN where nowhere. */
  value: (name: string, q: number, truth: number, rest: number) =>
    `${name} believes ${formatValue(q)}, truth ${formatValue(truth)}, error ${formatSigned(q - truth)}${
      Number.isFinite(rest) ? `, at rest ${formatValue(rest)}` : ''
    }`,
  nothingYet: (name: string) => `${name}: nothing yet`,
  /** Where the lie sits. */
  lie: {
    intro: 'Of what is believed too much or too little, here sits:',
    /** `here` of the `total`, both with their signs. */
    of: (here: number, total: number) => {
      if (Math.abs(here) < 0.005 * Math.abs(total))
        return `{name} nothing of ${formatSigned(total)}`;
      const share = here / total;
      return `{name} ${formatSigned(here)} of ${formatSigned(total)}${share > 0 ? ` (${formatShare(share)})` : ''}`;
    },
  },
  headline: {
    /** `visits` ≥ 1. */
    visited: (visits: number) =>
      `The data came through here ${formatSeen(visits).replace('seen ', '')}.`,
    unvisited: 'The data never came here.',
    /** `visited`: the data came here, but never took that action. */
    lured: (name: string, action: number, visited: boolean, believed: number, truth: number) =>
      `${name} goes ${words.moves[action]}, ${
        visited ? 'never seen here' : 'in a cell the data never visits'
      }: it believes ${formatValue(believed)}, the truth is ${formatValue(truth)}.`,
    /** `only` is the one learner there is, else null; `unsure` one that hardly goes there. */
    agreed: (
      only: string | null,
      action: number,
      count: number,
      unsure: { readonly name: string; readonly share: number } | null,
    ) => {
      const doubt = unsure ? ` (${unsure.name} only ${formatShare(unsure.share)} of the time)` : '';
      const who = only === null ? 'All go' : `${only} goes`;
      return `${who} ${words.moves[action]}, ${formatSeen(count)} here${doubt}.`;
    },
    parted: (ways: readonly Way[]) => {
      const said = ways.map(({ names, action }, i) => {
        const verb = i > 0 ? '' : names.length === 1 ? 'goes ' : 'go ';
        return `${names.join(' and ')} ${verb}${words.moves[action]}`;
      });
      return `${said.join(', ')}.`;
    },
  },
});
