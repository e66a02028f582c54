import type { Region, Surgery } from '../../../data/edits';
import type { EditReport } from '../../../data/surgery';
import { ACTIONS, type ActionName } from '../../../mdp/types';
import { data } from '../../../texts/data';
import { words } from '../../../texts/words';

/** How the actions are drawn. */
export const ARROWS: Readonly<Record<ActionName, string>> = {
  up: '↑',
  right: '→',
  down: '↓',
  left: '←',
};

/** An action as people call it. */
export function sayAction(action: ActionName): string {
  return words().actions[ACTIONS.indexOf(action)];
}

/** «rows 2–4, column 3», from 1. */
export function sayRegion({ top, left, bottom, right }: Region): string {
  return data().region({
    top: top + 1,
    bottom: bottom + 1,
    left: left + 1,
    right: right + 1,
  });
}

/** What an edit does: «Erase ↑ in rows 2–4, column 3». */
export function sayEdit(surgery: Surgery): string {
  const t = data();
  switch (surgery.kind) {
    case 'erase': {
      const { action, region } = surgery;
      const what = action ? `${sayAction(action)} ${ARROWS[action]}` : null;
      return t.saidErase(what, sayRegion(region));
    }
    case 'below':
      return t.saidBelow(surgery.value);
    case 'top':
      return t.saidTop(surgery.percent);
    case 'noise':
      return t.saidNoise(surgery.deviation, surgery.seed);
  }
}

/** What an edit did: «−34 rows in 2 episodes». */
export function sayReport({ on, effect, rows, episodes, fault }: EditReport): string {
  const t = data().effects;
  if (!on) return t.off;
  if (fault !== null) return fault;
  if (rows === 0) return effect === 'removes' ? t.removesNothing : t.changesNothing;
  return effect === 'removes' ? t.removed(rows, episodes) : t.changed(rows, episodes);
}
