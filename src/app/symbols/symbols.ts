import { findMeasure, isOfTruth } from '../../experiment/measures';
import { schemaOf } from '../../experiment/settings/describe';
import { instanceKind } from '../../experiment/settings/instances';
import { CATALOG } from '../../learners/catalog';
import { ACTION_COUNT } from '../../mdp/types';
import { currentLanguage } from '../../texts/current';
import { formatCount, formatSeen, formatValue } from '../../texts/format';
import { symbols } from '../../texts/symbols';
import { words } from '../../texts/words';
import { settingText } from '../controls/setting-text';
import { namesOf } from '../state/instances';
import type { Model } from '../state/model';
import { shownLearner, shownOf } from '../state/seeds';
import { measureText, measureWords, sayMeasure } from './measured';

/** A symbol or word of the article that has a value on the page. */
export interface ArticleSymbol {
  /** As the text names it: `cql.alpha`, `dqn.believedReturn`, `truth.optimal`. */
  readonly key: string;
  /** «α»; '' where there is none. */
  readonly glyph: string;
  readonly name: string;
  /** What it is, in a sentence. */
  readonly meaning: string;
  /** Its present value in words; «–» while there is none. */
  readonly value: (model: Model) => string;
  /** Names of `data-place` on the page, the best first: where it stands. */
  readonly places: readonly string[];
  /** That place in words. */
  readonly where: string;
  /** The tab of the evidence, and its loss term, to be opened when the place is shown. */
  readonly evidence?: { readonly tab: string; readonly term?: string };
}

/** What stands where there is no value yet. */
export const NO_VALUE = '–';

type Fixed = Omit<ArticleSymbol, 'key'>;

/** The cell that all panels answer for; null while none is marked. */
function markedOf({ hovered, pinned, problem }: Model): number | null {
  const state = hovered ?? pinned;
  const states = (problem?.counts.length ?? 0) / ACTION_COUNT;
  return state !== null && state < states ? state : null;
}

type World = NonNullable<Model['problem']>;

/** What is read off the solved world and its data; «–» before they are there. */
const ofProblem =
  (read: (problem: World) => string) =>
  ({ problem }: Model) =>
    problem ? read(problem) : NO_VALUE;

type TruthName = 'optimal' | 'inSupport' | 'behavior' | 'bcTarget';

/** What the article says of exact returns: their sign, and where they stand. */
const TRUTHS: Readonly<
  Record<TruthName, { glyph: string; places?: readonly string[]; where?: 'imitation' }>
> = {
  optimal: { glyph: 'J*' },
  inSupport: { glyph: '' },
  behavior: { glyph: 'J(π_β)' },
  bcTarget: { glyph: '', places: ['bar:bc', 'truth:behavior'], where: 'imitation' },
};

/** An exact return of the world or its data, in the language spoken. */
function truthSymbol(key: string): Fixed | null {
  const [head, name, ...rest] = key.split('.');
  const measure = findMeasure(name ?? '');
  if (head !== 'truth' || rest.length > 0 || !measure || !isOfTruth(measure)) return null;
  const words = Object.hasOwn(TRUTHS, name) ? TRUTHS[name as TruthName] : undefined;
  if (words === undefined) return null;
  const t = symbols();
  return {
    ...t[name as TruthName],
    glyph: words.glyph,
    value: ofProblem(({ truth }) => sayMeasure(measure, measure.read(truth) ?? Number.NaN)),
    places: words.places ?? [`truth:${name}`],
    where: t.where[words.where ?? 'worldControls'],
  };
}

/** Symbols that are neither a setting nor belong to one learner, in the language spoken. */
function fixedSymbol(key: string): Fixed | null {
  const t = symbols();
  switch (key) {
    case 'data.rows':
      return {
        ...t.rows,
        glyph: '|D|',
        value: ofProblem(({ transitions }) => formatCount(transitions.size)),
        places: ['setting:data.size', 'map:data'],
        where: t.where.slider(schemaOf('data.size')?.label ?? ''),
      };
    case 'data.pairs':
      return {
        ...t.pairs,
        glyph: '',
        value: ofProblem(({ counts }) => formatCount(counts.filter((count) => count > 0).length)),
        places: ['truth:pairs'],
        where: t.where.worldControls,
      };
    case 'data.counts':
      return {
        name: t.counts.name,
        meaning: t.counts.meaning,
        glyph: 'N(s,a)',
        value: countsAtMarkedCell,
        places: ['map:data'],
        where: t.where.dataMap,
      };
    default:
      return null;
  }
}

/** How often the data took each action of the marked cell. */
function countsAtMarkedCell(model: Model): string {
  const state = markedOf(model);
  const t = symbols();
  if (state === null || model.problem === null) return t.markCell;
  const { counts } = model.problem;
  return words()
    .actions.map((name, action) =>
      t.counts.action(name, formatSeen(counts[state * ACTION_COUNT + action])),
    )
    .join(', ');
}

/** Q̂ or π̂ of an instance at the marked cell, by action. */
function atMarkedCell(model: Model, id: string, table: 'q' | 'policy'): string {
  const state = markedOf(model);
  const learner = shownLearner(model.frame?.learners[id], shownOf(model.settings));
  const values = learner?.[table];
  if (!values) return NO_VALUE;
  if (state === null) return symbols().markCell;
  return words()
    .actions.map((name, action) => `${name} ${formatValue(values[state * ACTION_COUNT + action])}`)
    .join(', ');
}

/** What an instance is called whether it is on the page or not. */
function labelOf(id: string): string {
  const kind = instanceKind(id);
  return kind === null ? id : namesOf(id, kind).short;
}

function tableSymbol(id: string, table: 'q' | 'policy'): Fixed {
  const label = labelOf(id);
  const t = symbols();
  const texts = table === 'q' ? t.values : t.policy;
  return {
    glyph: table === 'q' ? 'Q̂(s, ·)' : 'π̂(· | s)',
    name: texts.name(label),
    meaning: texts.meaning(label),
    value: (model) => atMarkedCell(model, id, table),
    places: [`map:${id}`],
    where: t.where.map(label),
  };
}

function settingSymbol(key: string): Fixed | null {
  const description = schemaOf(key);
  if (description === undefined) return null;
  const dot = key.indexOf('.');
  const kind = dot < 0 ? null : instanceKind(key.slice(0, dot));
  const owner = kind === null ? '' : labelOf(key.slice(0, dot));
  const shown = kind === null ? [] : [CATALOG[kind].knob, CATALOG[kind].reading];
  const onCard = shown.includes(key.slice(dot + 1));
  const t = symbols();
  return {
    glyph: ('symbol' in description && description.symbol) || '',
    name: owner ? t.setting(owner, description.label) : description.label,
    meaning: description.help,
    value: ({ settings }) => settingText(key, settings) || NO_VALUE,
    places: [`setting:${key}`, 'settings'],
    where: onCard ? t.where.card(owner) : t.where.drawer,
  };
}

function measureSymbol(id: string, name: string): Fixed | null {
  const words = measureWords(name);
  if (words === undefined) return null;
  const label = labelOf(id);
  return {
    glyph: words.glyph,
    name: words.name(label),
    meaning: words.meaning(),
    value: (model) => measureText(model, id, name) ?? NO_VALUE,
    places: words.places(id),
    where: words.where(label),
    ...(words.evidence ? { evidence: words.evidence } : {}),
  };
}

/** By language and key. */
const known = new Map<string, ArticleSymbol | null>();

function resolve(key: string): Fixed | null {
  const fixed = fixedSymbol(key) ?? truthSymbol(key);
  if (fixed !== null) return fixed;
  const setting = settingSymbol(key);
  if (setting !== null) return setting;
  const dot = key.indexOf('.');
  const id = key.slice(0, Math.max(0, dot));
  if (instanceKind(id) === null) return null;
  const name = key.slice(dot + 1);
  if (name === 'q' || name === 'pi') return tableSymbol(id, name === 'q' ? 'q' : 'policy');
  return measureSymbol(id, name);
}

/**
 * The symbol of a key: any setting (`cql.alpha`, `world.gamma`), a quantity measured of a learner
 * (`dqn.believedReturn`, `cql.losses.penalty`, `cql-sketch.overestimation.unseenAction`), its tables at the marked cell
 * (`dqn.q`, `dqn.pi`), or one of the world and the data (`truth.optimal`). Null for anything else.
 */
export function symbolOf(key: string): ArticleSymbol | null {
  const spoken = `${currentLanguage()} ${key}`;
  const found = known.get(spoken);
  if (found !== undefined) return found;
  const fixed = resolve(key);
  const symbol = fixed && { key, ...fixed };
  known.set(spoken, symbol);
  return symbol;
}

/** As `symbolOf`; throws an Error that names the key where there is no such symbol. */
export function requireSymbol(key: string): ArticleSymbol {
  const symbol = symbolOf(key);
  if (symbol === null) throw new Error(`The article names a symbol that there is not: “${key}”.`);
  return symbol;
}
