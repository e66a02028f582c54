import { notices as texts } from '../../texts/notices';
import type { LiveEdit, Notice, Settings } from '../types';
import { describe } from './describe';
import { readingsOf } from './mend';
import { decodeMoment, encodeMoment, type Moment } from './moment';
import { isPacked, pack } from './packed';
import { decodeHash, EDITION, partsOf, textOfPart } from './url';
import { quote } from './values';

/** Everything that a link says. */
export interface Link {
  readonly settings: Settings;
  readonly edits: readonly LiveEdit[];
  readonly moment: Moment;
  /** What was put right, that the link itself was mended included. */
  readonly notices: readonly Notice[];
  /** The text that was read, without `#`: the one given, or what it was taken for. */
  readonly text: string;
}

/** Fragments that lead to a place of the page and say nothing of a run. */
const PLACES = new Set(['playground', 'article']);

/** What the places of lessons and lectures look like, whose own list is not known here. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  lesson: /^([a-z0-9-]+\.\d+)?$/,
  present: /^(\d{1,3}|[a-z-]*)$/,
};

interface Reading extends Link {
  /** Parts that mean just what they say. */
  readonly plain: number;
  /** Parts that were understood, though no link that the page made would say it so. */
  readonly odd: number;
}

function read(text: string): Reading {
  const { settings, edits, notices } = decodeHash(text);
  const { moment, notices: later } = decodeMoment(text, settings);
  let plain = 0;
  // Nothing is lost of a link that was begun or pasted twice, but no page has made it so.
  let odd = Number(/^#|#v=|&$/i.test(text));
  const momentParts = new Map(partsOf(encodeMoment(moment)));
  for (const [key, value] of partsOf(text)) {
    const meant = momentParts.get(key) ?? textOfPart(key, settings, edits);
    if (meant === null) continue;
    const looks = !/%[0-9a-f]{2}/i.test(value) && (LOOKS[key]?.test(value) ?? true);
    if (looks && (meant === value || pack(meant) === value)) plain += 1;
    else odd += 1;
  }
  return { settings, edits, moment, notices: [...notices, ...later], text, plain, odd };
}

const isClean = ({ notices, odd }: Reading) => notices.length === 0 && odd === 0;
/** How much a reading understands, less what it finds fault with. */
const worth = ({ notices, plain }: Reading) => plain - 2 * notices.length;

/** Key of the notice on a link of another edition: no fault of the link. */
export const EDITION_NOTICE = 'edition';

/**
 * What is to be said of a link that counts from other scenarios, defaults and learners than today's. Those
 * of the first edition name none; what is typed by hand without one is taken for one of them. Nothing of a
 * link that says nothing of what is trained on what.
 */
function editionNotices({ text, settings }: Link): readonly Notice[] {
  const parts = new Map(partsOf(text));
  const edition = parts.get('edition');
  const trained = (key: string) =>
    key === 'edits' || (Object.hasOwn(settings, key) && describe(key, settings)?.scope !== 'view');
  if (edition === EDITION || ![...parts.keys()].some(trained)) return [];
  const { firstEdition, otherEdition } = texts();
  const message = edition === undefined ? firstEdition : otherEdition(quote(edition), EDITION);
  return [{ key: EDITION_NOTICE, message }];
}

/**
 * Reads a link: the hash of an address, with or without its `#`. One that mail or chat has changed on its
 * way is read as what it was, where that is without any fault, or at least says more and has fewer faults
 * than the text as it came; a notice says so. Never throws.
 */
export function decodeLink(hash: string): Link {
  const link = mended(hash);
  return { ...link, notices: [...editionNotices(link), ...link.notices] };
}

/** Nothing is wrong but that texts are longer than their settings hold: what cuts them off mends nothing. */
function isOnlyTooLong({ text, settings, notices, odd }: Reading): boolean {
  const parts = new Map(partsOf(text));
  return (
    odd <= notices.length &&
    notices.every(({ key }) => {
      const description = Object.hasOwn(settings, key) ? describe(key, settings) : null;
      const given = parts.get(key) ?? '';
      return (
        description?.type === 'text' && !isPacked(given) && given.length > description.maxLength
      );
    })
  );
}

function mended(hash: string): Link {
  const given = read(PLACES.has(hash.replace(/^#/, '')) ? '' : hash.replace(/^#/, ''));
  if (isClean(given) || isOnlyTooLong(given)) return given;
  let best = given;
  for (const text of readingsOf(given.text)) {
    const reading = read(text);
    if (isClean(reading) && reading.plain > 0) {
      best = reading;
      break;
    }
    if (worth(reading) > worth(best)) best = reading;
  }
  // As good as before: then it stays what was sent.
  if (
    best === given ||
    (!isClean(best) && best.plain <= given.plain && worth(given) >= worth(best))
  )
    return given;
  const notice = { key: 'link', message: texts().linkMended(quote(`#${best.text}`)) };
  return { ...best, notices: [notice, ...best.notices] };
}

/** Whether a text, mended or not, says anything that a link can say. */
export function readsAnything(text: string): boolean {
  if (text === '') return false;
  const { text: meant } = decodeLink(text);
  return read(meant).plain > 0;
}
