import { CATALOG } from '../../learners/catalog';
import { instanceKind } from './instances';
import { MOMENT_KEYS } from './moment';
import { GLOBAL_SETTINGS } from './schema';
import { OWN_KEYS } from './url';

/**
 * What mail, chat and notes do to links, undone. Nothing here knows what a link means: it lists what may
 * have been written, and whoever reads links takes the first that makes sense (`link.ts`).
 */

/** Longer ones are no links that a program has made. */
const LONGEST = 16_000;
/** Soft line breaks in one part of a link, at most. */
const BREAKS = 30;
/** Marks at the end of a sentence that may have been taken into the link: so many at most. */
const TRAILING = 8;

/** Characters that are legal in no link of ours: blanks, quotes, brackets of markup, anything beyond ASCII. */
const FOREIGN = /[\s<>"'`{}|\\^[\]]|[^\p{ASCII}]/u;
const INVISIBLE = /\p{Cf}|\ufe0f/gu;

/** Added by those who count clicks. */
const TRACKER =
  /^(utm_\w+|[a-z]*clid|igsh(id)?|mc_[ce]id|_hs\w+|mkt_tok|ref|ref_src|source|si|trk|cmpid)=/i;

/** Percent codes of what no link of ours holds, decoded; of the rest as they are. */
function exposed(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    // Codes of other characters may stand before or after: the longest foreign stretch is taken out.
    const parts = codes.match(/%[0-9a-f]{2}/gi) ?? [];
    let out = '';
    for (let at = 0; at < parts.length; ) {
      let taken = 0;
      for (const length of [1, 2, 3, 4]) {
        const piece = parts.slice(at, at + length).join('');
        const read = decoded(piece);
        if (read !== null && [...read].length === 1 && FOREIGN.test(read)) {
          out += read;
          taken = length;
          break;
        }
      }
      if (taken === 0) out += parts[at];
      at += Math.max(1, taken);
    }
    return out;
  });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&(amp|#0*38|#x0*26);/gi, '&'],
  [/&(lt|#0*60|#x0*3c);/gi, '<'],
  [/&(gt|#0*62|#x0*3e);/gi, '>'],
  [/&(quot|#0*34|#x0*22|apos|#0*39|#x0*27);/gi, '"'],
  [/&(nbsp|#0*160|#x0*a0);/gi, ' '],
  [/&(equals|#0*61|#x0*3d);/gi, '='],
  [/&(num|#0*35|#x0*23);/gi, '#'],
];

function withoutEntities(text: string): string {
  let now = text;
  // Escaped more than once: `&amp;amp;`.
  for (let time = 0; time < 3; time++)
    for (const [entity, character] of ENTITIES) now = now.replace(entity, character);
  return now;
}

/** What is certain whatever the link says, since no link of ours has it. */
function swept(text: string): string {
  return withoutEntities(exposed(withoutEntities(text)))
    .replace(INVISIBLE, '')
    .replace(/[\r\n\u2028\u2029]+[ \t]*/g, '')
    .trim()
    .replace(/^(?:%23|%2F|%21|%3F|[#/!?&;.]|[<>"'`(*_~]|[^\p{ASCII}])+/giu, '');
}

/** Up to what no link of ours holds: the text or markup around it begins there. */
function cut(text: string): string {
  const at = text.search(FOREIGN);
  return at < 0 ? text : text.slice(0, at);
}

function withoutTrackers(text: string): string {
  return text
    .replace(/\?(?=[\w.-]+=)/g, '&')
    .split('&')
    .filter((part) => !TRACKER.test(part))
    .join('&');
}

/** A link that was pasted twice, once. */
function halved(text: string): string {
  const last = text.lastIndexOf('#');
  const tail = text.slice(last + 1);
  return last > 0 && tail !== '' && text.startsWith(tail) ? tail : text;
}

/** Ways in which what holds a link together may have been encoded. */
function* unwrapped(text: string): Generator<string> {
  yield text;
  yield text.replace(/=(3D|26|23)/gi, (_, code) => decoded(`%${code}`)?.replace('#', '%23') ?? '');
  yield text.replace(/;(?=[\w.-]+=)/g, '&');
  let now = text;
  for (let time = 0; time < 3; time++) {
    const next = decoded(now);
    if (next === null || next === now) break;
    yield swept(next);
    now = next;
  }
  // Where not all of it can be decoded.
  yield text.replace(/%26(?:amp;)?/gi, '&').replace(/%3D/gi, '=');
  yield text.replace(/%25(?=[0-9a-f]{2})/gi, '%');
}

const KEYS: ReadonlyMap<string, string> = new Map(
  [...OWN_KEYS, ...MOMENT_KEYS, ...Object.keys(GLOBAL_SETTINGS)].map((key) => [
    key.toLowerCase(),
    key,
  ]),
);

/** A key of links as it is spelt, whatever its case; null for what is none. */
function keyOf(text: string): string | null {
  const low = text.toLowerCase();
  const found = KEYS.get(low);
  if (found) return found;
  const dot = low.indexOf('.');
  const kind = dot < 0 ? null : instanceKind(low.slice(0, dot));
  if (kind === null) return null;
  const name = Object.keys(CATALOG[kind].settings).find(
    (one) => one.toLowerCase() === low.slice(dot + 1),
  );
  return name ? `${low.slice(0, dot)}.${name}` : null;
}

/** Keys as they are spelt and values in small letters, but for maps and what is compressed. */
function cased(text: string): string {
  return text
    .split('&')
    .map((part) => {
      const equals = part.indexOf('=');
      const key = equals < 0 ? null : keyOf(part.slice(0, equals));
      if (key === null) return part;
      const value = part.slice(equals + 1);
      if (key === 'world.map' || value.startsWith('~')) return `${key}=${value}`;
      const low = value.toLowerCase();
      return `${key}=${key === 'edits' ? low.replace(/[\w.-]+/g, (one) => keyOf(one) ?? one) : low}`;
    })
    .join('&');
}

/** Without the equals signs of soft line breaks: no value holds one that is not encoded. */
function joined(text: string): string {
  return text
    .split('&')
    .map((part) => {
      if (part.split('=', BREAKS + 2).length > BREAKS + 1) return part;
      for (let at = part.indexOf('='); at >= 0; at = part.indexOf('=', at + 1)) {
        const key = part.slice(0, at).replaceAll('=', '');
        if (keyOf(key) !== null) return `${key}=${part.slice(at + 1).replaceAll('=', '')}`;
      }
      return part;
    })
    .join('&');
}

const MARKS = /(?:[,;:!?)*_~'\-&=+#]|%(?:2[129AC]|3[ABDF]|7E))$/i;
const MARKS_OR_DOTS = new RegExp(`${MARKS.source.slice(0, -1)}$|[./]$|%2[EF]$`, 'i');

/** Without marks at the end, one after the other. */
function* shortened(text: string): Generator<string> {
  yield text;
  let now = text;
  // Dots and slashes are what maps are made of: of them one at most.
  const inMap = /&world\.map=[^&]*$/i.test(text);
  for (let taken = 0; taken < TRAILING; taken++) {
    const next = now.replace(inMap && taken > 0 ? MARKS : MARKS_OR_DOTS, '');
    if (next === now) return;
    yield next;
    now = next;
  }
}

/**
 * What the text of a link may have been before it was changed on its way, surest first, each once; the
 * first is the text as it is, without its `#`.
 */
export function* readingsOf(text: string): Generator<string> {
  const given = text.replace(/^#/, '');
  const seen = new Set<string>();
  const fresh = (one: string) => !seen.has(one) && seen.add(one);
  if (fresh(given)) yield given;
  if (given.length > LONGEST) return;
  for (const whole of unwrapped(swept(given))) {
    for (const clean of [whole, cut(whole)]) {
      for (const one of shortened(halved(withoutTrackers(clean)))) {
        for (const reading of [one, joined(one), cased(one), cased(joined(one))])
          if (fresh(reading)) yield reading;
      }
    }
  }
}
