import { describe, schemaOf } from '../../experiment/settings/describe';
import { instanceKind } from '../../experiment/settings/instances';
import { CATALOG } from '../../learners/catalog';
import { ACTION_COUNT, ACTIONS } from '../../mdp/types';
import { formatCount, formatSeen, formatValue } from '../../texts/format';
import { formatSetting } from '../controls/scale';
import { instancesOf } from '../instances';
import { shownLearner, shownOf } from '../seeds';
import type { Model } from '../state/model';
import { MEASURES, measureText } from './measures';

/** A symbol or word of the lesson that has a value on the page. */
export interface LessonSymbol {
  /** As the text names it: `cql.alpha`, `dqn.believed`, `truth.optimal`. */
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

type Fixed = Omit<LessonSymbol, 'key'>;

/** The cell that all panels answer for; null while none is marked. */
function markedOf({ hovered, pinned, problem }: Model): number | null {
  const state = hovered ?? pinned;
  const states = (problem?.counts.length ?? 0) / ACTION_COUNT;
  return state !== null && state < states ? state : null;
}

const MARK_A_CELL = 'mark a cell on a map';

/** Symbols that are neither a setting nor belong to one learner. */
const FIXED: Readonly<Record<string, Fixed>> = {
  'truth.optimal': {
    glyph: 'J*',
    name: 'Best possible return',
    meaning: 'The exact return of the optimal policy from the start. No policy earns more.',
    value: ({ problem }) => (problem ? formatValue(problem.truth.optimal) : NO_VALUE),
    places: ['truth:optimal'],
    where: 'under the world’s controls',
  },
  'truth.inSupport': {
    glyph: '',
    name: 'Best within the data',
    meaning:
      'The exact return of the best policy that takes only actions seen in the data: the fair ceiling for an offline method.',
    value: ({ problem }) => (problem ? formatValue(problem.truth.inSupport) : NO_VALUE),
    places: ['truth:inSupport'],
    where: 'under the world’s controls',
  },
  'truth.behavior': {
    glyph: 'J(π_β)',
    name: 'Return of the behaviour',
    meaning: 'The exact return of the policy that collected the data.',
    value: ({ problem }) => (problem ? formatValue(problem.truth.behavior) : NO_VALUE),
    places: ['truth:behavior'],
    where: 'under the world’s controls',
  },
  'truth.bcTarget': {
    glyph: '',
    name: 'Return of exact imitation',
    meaning:
      'The exact return of the policy that takes every action as often as the data does, which is what cloning converges to.',
    value: ({ problem }) => (problem ? formatValue(problem.truth.bcTarget) : NO_VALUE),
    places: ['bar:bc', 'truth:behavior'],
    where: 'close to where BC’s disc comes to rest',
  },
  'data.rows': {
    glyph: '|D|',
    name: 'Rows of the dataset',
    meaning: 'Transitions (s, a, r, s′) in the frozen dataset. Nothing is ever added to it.',
    value: ({ problem }) => (problem ? formatCount(problem.transitions.size) : NO_VALUE),
    places: ['setting:data.size', 'map:data'],
    where: 'the slider “Transitions”',
  },
  'data.pairs': {
    glyph: '',
    name: 'Pairs in the data',
    meaning:
      'State–action pairs that the data holds at least once, of all that can be taken. The rest is extrapolation.',
    value: ({ problem }) =>
      problem ? formatCount(problem.counts.filter((count) => count > 0).length) : NO_VALUE,
    places: ['truth:pairs'],
    where: 'under the world’s controls',
  },
  'data.counts': {
    glyph: 'N(s,a)',
    name: 'Count of the marked cell’s actions',
    meaning: 'How often the data took each action there: up, right, down, left.',
    value: (model) => {
      const state = markedOf(model);
      if (state === null || model.problem === null) return MARK_A_CELL;
      const { counts } = model.problem;
      return ACTIONS.map(
        (name, action) => `${name}: ${formatSeen(counts[state * ACTION_COUNT + action])}`,
      ).join(', ');
    },
    places: ['map:data'],
    where: 'the map of the dataset',
  },
};

/** Q̂ or π̂ of an instance at the marked cell, by action. */
function atMarkedCell(model: Model, id: string, table: 'q' | 'policy'): string {
  const state = markedOf(model);
  const learner = shownLearner(model.frame?.learners[id], shownOf(model.settings));
  const values = learner?.[table];
  if (!values) return NO_VALUE;
  if (state === null) return MARK_A_CELL;
  return ACTIONS.map(
    (name, action) => `${name} ${formatValue(values[state * ACTION_COUNT + action])}`,
  ).join(', ');
}

/** What an instance is called whether it is on the page or not. */
function labelOf(id: string): string {
  return instancesOf({ learners: [id] })[0].short;
}

function tableSymbol(id: string, table: 'q' | 'policy'): Fixed {
  const label = labelOf(id);
  return {
    glyph: table === 'q' ? 'Q̂(s, ·)' : 'π̂(· | s)',
    name: table === 'q' ? `Values of ${label}` : `Policy of ${label}`,
    meaning:
      table === 'q'
        ? `What ${label} believes each action of the marked cell is worth.`
        : `How likely ${label} is to take each action in the marked cell.`,
    value: (model) => atMarkedCell(model, id, table),
    places: [`map:${id}`],
    where: `the map of ${label}`,
  };
}

function settingSymbol(key: string): Fixed | null {
  const description = schemaOf(key);
  if (description === undefined) return null;
  const dot = key.indexOf('.');
  const kind = dot < 0 ? null : instanceKind(key.slice(0, dot));
  const owner = kind === null ? '' : `${labelOf(key.slice(0, dot))}: `;
  const onCard = kind !== null && CATALOG[kind].knob === key.slice(dot + 1);
  return {
    glyph: ('symbol' in description && description.symbol) || '',
    name: `${owner}${description.label}`,
    meaning: description.help,
    value: ({ settings }) => {
      const value = settings[key];
      if (value === undefined) return NO_VALUE;
      const current = describe(key, settings);
      if (current.type === 'number') return formatSetting(Number(value), current);
      if (current.type === 'choice')
        return current.options.find((option) => option.value === value)?.label ?? String(value);
      if (current.type === 'boolean') return value === true ? 'on' : 'off';
      return String(value);
    },
    places: [`setting:${key}`, 'settings'],
    where: onCard
      ? `the control on ${owner.slice(0, -2)}’s card`
      : 'its control, or “More settings”',
  };
}

function measureSymbol(id: string, name: string): Fixed | null {
  const measure = MEASURES[name];
  if (measure === undefined) return null;
  const label = labelOf(id);
  return {
    glyph: measure.glyph,
    name: measure.name(label),
    meaning: measure.meaning,
    value: (model) => measureText(model, id, measure) ?? NO_VALUE,
    places: measure.places(id),
    where: measure.where(label),
    ...(measure.evidence ? { evidence: measure.evidence } : {}),
  };
}

const known = new Map<string, LessonSymbol | null>();

function resolve(key: string): Fixed | null {
  if (Object.hasOwn(FIXED, key)) return FIXED[key];
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
 * (`dqn.believed`, `cql.loss.penalty`, `cql-sketch.error.unseenAction`), its tables at the marked cell
 * (`dqn.q`, `dqn.pi`), or one of the world and the data (`truth.optimal`). Null for anything else.
 */
export function symbolOf(key: string): LessonSymbol | null {
  const found = known.get(key);
  if (found !== undefined) return found;
  const fixed = resolve(key);
  const symbol = fixed && { key, ...fixed };
  known.set(key, symbol);
  return symbol;
}

/** As `symbolOf`; throws an Error that names the key where there is no such symbol. */
export function requireSymbol(key: string): LessonSymbol {
  const symbol = symbolOf(key);
  if (symbol === null) throw new Error(`The lesson names a symbol that there is not: “${key}”.`);
  return symbol;
}
