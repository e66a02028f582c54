import { changeSettings } from '../../experiment/settings/change';
import { decodeLink } from '../../experiment/settings/link';
import { encodeMoment } from '../../experiment/settings/moment';
import { encodeHash } from '../../experiment/settings/url';
import type { Settings } from '../../experiment/types';
import { isOver, stopOf } from '../state/ending';
import { type Model, stepShown } from '../state/model';
import type { Playground } from '../state/playground';
import type { Act, Shows } from './lecture';

/** What a link may say of the page around a moment: none of it belongs to an act. */
const AROUND = {
  lesson: undefined,
  'lesson.answers': undefined,
  present: undefined,
  lecture: undefined,
} as const;

/** Whether the learners of an act are looked at, so that it is to be trained. */
export function isTrained({ kind }: Shows): boolean {
  return kind === 'maps' || kind === 'chart';
}

/** The step that the link of an act names; null where it is the end of the run. */
export function stepOf({ link }: Act): number | null {
  return decodeLink(link).moment.at;
}

/** The step that training goes to in an act. */
export function goalOf(act: Act, model: Model): number {
  return stepOf(act) ?? model.ending?.step ?? stopOf(model);
}

function settingsOf(act: Act, present: Settings): Settings {
  const { settings } = decodeLink(act.link);
  // Who has chosen an engine for this computer has done so for every act.
  return changeSettings(settings, { ...AROUND, backend: present.backend }).settings;
}

/**
 * Sets the page up as an act wants it: a run that is there already stays, and shows the step that the act
 * names; any other is trained to that step or its end, at full speed unless the link says another.
 *
 * @param number of the act, from 1.
 */
export function enter(playground: Playground, act: Act, number: number): void {
  const wanted = { ...settingsOf(act, playground.model.settings), present: String(number) };
  const { edits, moment } = decodeLink(act.link);
  const speed = /[#&]speed=/.test(act.link) ? wanted.speed : 'full';
  playground.open(`${encodeHash(wanted, edits)}&speed=${speed}`);
  if (!isTrained(act.shows)) return;
  const { model } = playground;
  if (moment.at !== null && moment.at <= model.step) playground.seek(moment.at);
  else if (moment.at !== null) playground.run(moment.at);
  else if (isOver(model) || model.status === 'running') playground.seek('now');
  else playground.run();
}

/** The moment that the page shows, as an act without words. */
export function actOf(model: Model): Pick<Act, 'link' | 'shows'> {
  const base = changeSettings(model.base, AROUND).settings;
  const at = stepShown(model);
  return {
    link: `${encodeHash(base, model.edits)}${encodeMoment({ at, guess: [] })}`,
    shows: { kind: at > 0 ? 'maps' : 'world' },
  };
}
