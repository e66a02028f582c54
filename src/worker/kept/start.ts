import { stacks } from '../../texts/stacks';
import type { Report } from '../training/protocol';
import { rest } from '../training/turns';
import { browserClaims, browserValues } from './indexed-db';
import { Keeper, type KeepingTrouble } from './keeper';
import { KeptRuns } from './store';

function sentenceOf(trouble: KeepingTrouble): string {
  switch (trouble.kind) {
    case 'refused':
      return stacks().keptRefused(trouble.why);
    case 'large':
      return stacks().keptTooLarge(
        Math.ceil(trouble.bytes / 2 ** 20),
        Math.floor(trouble.most / 2 ** 20),
      );
    case 'later':
      return stacks().keptLater(trouble.step);
    case 'damaged':
      return stacks().keptDamaged(trouble.step);
  }
}

/** What keeps this worker's runs in the browser; what there is to say of it goes to the page. */
export function startKeeper(post: (report: Report) => void): Keeper {
  return new Keeper({
    runs: new KeptRuns(browserValues(), browserClaims()),
    now: () => performance.now(),
    date: () => Date.now(),
    rest,
    onTrouble: (trouble) => post({ type: 'notice', key: 'kept', message: sentenceOf(trouble) }),
  });
}
