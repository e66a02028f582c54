import * as v from 'valibot';
import { instancesOn } from '../../experiment/settings/instances';
import { decodeLink } from '../../experiment/settings/link';
import { lecture as texts } from '../../texts/lecture';
import { LINE_CHARTS, type LineChartName } from '../charts/line-charts';
import { readLink } from '../state/url-sync';
import { type Act, type Lecture, type Shows, VERSION } from './lecture';

/** A lecture file as it was understood: null where it is none. */
export interface ReadLecture {
  readonly lecture: Lecture | null;
  /** Sentences on what is wrong with it, each with its place; the rest was taken. */
  readonly faults: readonly string[];
}

/** Most acts of a lecture, and most characters of a file. */
export const MOST_ACTS = 100;
export const MOST_CHARACTERS = 1_000_000;

const CHARTS = Object.keys(LINE_CHARTS) as LineChartName[];
const KINDS = ['words', 'guess', 'world', 'maps', 'chart', 'take-home'] as const;
const OF_FILE = ['offgrid', 'version', 'title', 'language', 'acts'];
const OF_ACT = ['title', 'line', 'notes', 'link', 'shows'];

const said = () => texts().faults;
const words = (most: number) =>
  v.pipe(
    v.string(() => said().notText),
    v.maxLength(most, () => said().tooLong(most)),
  );
const title = v.pipe(
  words(200),
  v.nonEmpty(() => said().empty),
);
const line = words(400);
const notes = v.union(
  [
    v.array(words(4000)),
    v.pipe(
      words(20_000),
      v.transform((text) => linesOf(text)),
    ),
  ],
  () => said().notNotes,
);
const link = v.pipe(
  words(20_000),
  v.startsWith('#', () => said().notLink),
);
const language = v.pipe(
  words(20),
  v.regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, () => said().notLanguage),
);
const learners = v.array(words(40), () => said().notList);
const kind = v.picklist(KINDS, () => said().notKind(KINDS.join(', ')));
const chart = v.picklist(CHARTS, () => said().notKind(CHARTS.join(', ')));
const object = v.record(v.string(), v.unknown(), () => said().notObject);

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Reads what it can of something, and remembers what is wrong with the rest. */
class Reader {
  readonly faults: string[] = [];

  /** @param place «act 3, link»; '' for the file as a whole. */
  blame(place: string, what: string): void {
    this.faults.push(said().at(place, what));
  }

  take<T, U>(schema: v.GenericSchema<unknown, T>, value: unknown, place: string, otherwise: U) {
    const { success, output, issues } = v.safeParse(schema, value);
    if (success) return output;
    this.blame(place, issues[0].message);
    return otherwise;
  }

  /** What of an object nobody asks for. */
  strangers(value: Readonly<Record<string, unknown>>, known: readonly string[], place: string) {
    for (const key of Object.keys(value))
      if (!known.includes(key)) this.blame(place, said().unknown(key.slice(0, 40)));
  }
}

/** The learners that an act names and its link has on; undefined where it names none of them. */
function shownLearners(
  reader: Reader,
  value: unknown,
  on: readonly string[],
  place: string,
): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const named = reader.take(learners, value, place, []);
  const strange = named.find((id) => !on.includes(id));
  if (strange !== undefined) reader.blame(place, said().notLearner(strange, on.join(', ')));
  const kept = named.filter((id) => on.includes(id));
  return kept.length > 0 ? kept : undefined;
}

function readShows(reader: Reader, value: unknown, on: readonly string[], place: string): Shows {
  if (value === undefined) return { kind: 'maps' };
  const given = reader.take(object, value, place, null);
  if (given === null) return { kind: 'maps' };
  const shown = reader.take(kind, given.kind, place, 'maps' as const);
  const ofLearners = shown === 'maps' || shown === 'chart';
  const known = [
    'kind',
    ...(ofLearners ? ['learners'] : []),
    ...(shown === 'chart' ? ['chart'] : []),
  ];
  reader.strangers(given, known, place);
  if (!ofLearners) return { kind: shown };
  const some = shownLearners(reader, given.learners, on, place);
  const only = some ? { learners: some } : {};
  if (shown === 'maps') return { kind: 'maps', ...only };
  return { kind: 'chart', chart: reader.take(chart, given.chart, place, CHARTS[0]), ...only };
}

function readAct(reader: Reader, value: unknown, number: number): Act | null {
  const t = said();
  const given = reader.take(object, value, t.act(number), null);
  if (given === null) return null;
  const at = (field: string) => t.field(number, field);
  reader.strangers(given, OF_ACT, t.act(number));
  const hash = reader.take(link, given.link, at('link'), null);
  const read = hash === null ? null : readLink(hash);
  for (const { message } of read?.notices ?? [])
    reader.blame(at('link'), message.replace(/\.$/, ''));
  const good = hash !== null && read?.link ? hash : '#';
  const on = instancesOn(decodeLink(good).settings);
  // Of a moment that is not to be had only the words are left.
  const shows = readShows(reader, given.shows, on, at('shows'));
  return {
    title: reader.take(title, given.title, at('title'), texts().actNamed(number)),
    line: given.line === undefined ? '' : reader.take(line, given.line, at('line'), ''),
    notes: given.notes === undefined ? [] : reader.take(notes, given.notes, at('notes'), []),
    link: good,
    shows: good === '#' ? { kind: 'words' } : shows,
  };
}

/**
 * A lecture out of the text of its file. What is wrong with it is said, each fault with its place, and left
 * out; the rest opens. Null where there is nothing to open. Never throws.
 */
export function readLecture(text: string): ReadLecture {
  const t = said();
  const refused = (why: string): ReadLecture => ({ lecture: null, faults: [why] });
  if (text.length > MOST_CHARACTERS) return refused(t.fileTooLong);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(t.notJson(error instanceof Error ? error.message : String(error)));
  }
  const parsed = v.safeParse(object, value);
  if (!parsed.success || parsed.output.offgrid !== 'lecture') return refused(t.notLecture);
  const file = parsed.output;
  if (typeof file.version !== 'number') return refused(t.noVersion(VERSION));
  if (file.version !== VERSION) return refused(t.otherVersion(file.version, VERSION));
  if (!Array.isArray(file.acts) || file.acts.length === 0) return refused(t.noActs);
  const reader = new Reader();
  reader.strangers(file, OF_FILE, '');
  const named = reader.take(title, file.title, 'title', texts().unnamed);
  const spoken =
    file.language === undefined
      ? undefined
      : reader.take(language, file.language, 'language', undefined);
  const acts = file.acts.slice(0, MOST_ACTS).flatMap((act, i) => readAct(reader, act, i + 1) ?? []);
  if (file.acts.length > MOST_ACTS) reader.blame('acts', t.mostActs(MOST_ACTS, file.acts.length));
  if (acts.length === 0) return { lecture: null, faults: [...reader.faults, t.noActs] };
  const lecture: Lecture = { title: named, ...(spoken && { language: spoken }), acts };
  return { lecture, faults: reader.faults };
}
