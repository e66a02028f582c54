import jsep from 'jsep';
import { micromark } from 'micromark';
import * as v from 'valibot';
import { schemaOf } from '../../experiment/settings/describe';
import { resolveSettings } from '../../experiment/settings/parse';
import { gapOf, judge } from '../../learners/language/exercise';
import { ProgramFault } from '../../learners/language/fault';
import { type Expression, OPERATORS, type Operator } from './expression';
import { nameFault } from './facts';
import { type Blame, type LessonFile, namesOf, openFile, type Path } from './file';
import { type Ask, type Lesson, type LessonStep, PLACES, type Task } from './types';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'is made of a–z, 0–9 and “-”'));
const expression = v.union([text, v.number()]);
const setting = v.union([v.number(), v.string(), v.boolean(), v.array(v.string())]);
const settings = v.record(v.string(), setting);
const ask = v.variant('kind', [
  v.strictObject({
    id: slug,
    kind: v.literal('choose'),
    question: text,
    several: v.optional(v.boolean(), false),
    options: v.pipe(
      v.array(v.strictObject({ id: slug, text, right: expression })),
      v.minLength(2, 'needs two options at least'),
    ),
  }),
  v.strictObject({
    id: slug,
    kind: v.literal('scale'),
    question: text,
    label: text,
    low: v.number(),
    high: v.number(),
    truth: expression,
    within: v.pipe(v.number(), v.gtValue(0, 'must be above 0')),
    ticks: v.optional(v.array(v.strictObject({ label: text, at: expression })), []),
  }),
  v.strictObject({
    id: slug,
    kind: v.literal('cell'),
    question: text,
    mostVisitedBy: text,
    within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
  }),
  v.strictObject({
    id: slug,
    kind: v.literal('curve'),
    question: text,
    label: text,
    low: v.number(),
    high: v.number(),
    series: text,
  }),
]);
const step = v.strictObject({
  id: slug,
  text,
  place: v.optional(v.picklist(PLACES, `is none of ${PLACES.join(', ')}`)),
  set: v.optional(settings),
  run: v.optional(
    v.union(
      [v.literal('verdict'), v.pipe(v.number(), v.integer(), v.minValue(1))],
      'is “verdict” or a number of steps',
    ),
  ),
  until: v.optional(v.strictObject({ task: text, when: expression })),
  write: v.optional(v.strictObject({ program: text, name: text, hint: text })),
  ask: v.optional(ask),
  reveal: v.optional(v.strictObject({ ask: slug, right: text, wrong: text })),
});
const lesson = v.strictObject({
  title: text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  summary: text,
  start: settings,
  steps: v.pipe(v.array(step), v.minLength(3, 'needs three steps at least')),
});

function compile(node: jsep.Expression, blame: (what: string) => never): Expression {
  switch (node.type) {
    case 'Literal':
      return { type: 'value', value: (node as jsep.Literal).value as number | string | boolean };
    case 'Identifier':
    case 'MemberExpression':
      return { type: 'name', name: nameOf(node, blame) };
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      if (operator !== '!' && operator !== '-') return blame(`“${operator}” is not known`);
      return { type: operator === '!' ? 'not' : 'minus', of: compile(argument, blame) };
    }
    case 'CallExpression': {
      const { callee, arguments: given } = node as jsep.CallExpression;
      if (callee.name !== 'abs' || given.length !== 1) {
        return blame('the only function is abs(…)');
      }
      return { type: 'size', of: compile(given[0], blame) };
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      if (!OPERATORS.includes(operator as Operator)) return blame(`“${operator}” is not known`);
      return {
        type: 'both',
        operator: operator as Operator,
        left: compile(left, blame),
        right: compile(right, blame),
      };
    }
    default:
      return blame('this cannot be read');
  }
}

/** `dqn.believedReturn`, and `learner["cql-sketch"].believedReturn` where an id has a dash. */
function nameOf(node: jsep.Expression, blame: (what: string) => never): string {
  if (node.type === 'Identifier') return (node as jsep.Identifier).name;
  if (node.type !== 'MemberExpression') return blame('this is no name');
  const { object, property, computed } = node as jsep.MemberExpression;
  if (computed) {
    const { value } = property as jsep.Literal;
    if ((object as jsep.Identifier).name !== 'learner' || typeof value !== 'string') {
      return blame('only learner["…"] has brackets');
    }
    return value;
  }
  return `${nameOf(object, blame)}.${(property as jsep.Identifier).name}`;
}

/** An expression as the file has it, with all names known. */
function expressionOf(source: string | number, path: Path, blame: Blame): Expression {
  if (typeof source === 'number') return { type: 'value', value: source };
  let parsed: jsep.Expression;
  try {
    parsed = jsep(source);
  } catch (error) {
    return blame(path, `“${source}” cannot be read: ${(error as Error).message}`);
  }
  return compileNamed(parsed, source, path, blame);
}

function compileNamed(
  parsed: jsep.Expression,
  source: string,
  path: Path,
  blame: Blame,
): Expression {
  const fail = (what: string) => blame(path, `“${source}”: ${what}`);
  const compiled = compile(parsed, fail);
  const check = (one: Expression): void => {
    if (one.type === 'name') {
      const fault = nameFault(one.name);
      if (fault !== null) fail(fault);
    } else if (one.type === 'both') {
      check(one.left);
      check(one.right);
    } else if (one.type !== 'value') check(one.of);
  };
  check(compiled);
  return compiled;
}

type AskSource = v.InferOutput<typeof ask>;

function askOf(source: AskSource, path: Path, blame: Blame): Ask {
  const of = (from: string | number, ...at: Path) => expressionOf(from, [...path, ...at], blame);
  const question = inline(source.question);
  switch (source.kind) {
    case 'choose':
      return {
        ...source,
        question,
        options: source.options.map(({ id, text: words, right }, i) => ({
          id,
          text: words,
          right: of(right, 'options', i, 'right'),
        })),
      };
    case 'scale':
      if (source.low >= source.high) return blame([...path, 'high'], 'must be above low');
      return {
        ...source,
        question,
        truth: of(source.truth, 'truth'),
        ticks: source.ticks.map(({ label, at }, i) => ({ label, at: of(at, 'ticks', i, 'at') })),
      };
    case 'curve': {
      if (source.low >= source.high) return blame([...path, 'high'], 'must be above low');
      const fault = nameFault(source.series);
      return fault === null ? { ...source, question } : blame([...path, 'series'], fault);
    }
    case 'cell':
      return { ...source, question };
  }
}

/** Markdown without its outermost paragraph, for a line of text. */
function inline(markdown: string): string {
  return micromark(markdown).replace(/^<p>(.*)<\/p>$/s, '$1');
}

function checkSettings(given: Readonly<Record<string, unknown>>, path: Path, blame: Blame): void {
  for (const key of Object.keys(given)) {
    if (schemaOf(key) === undefined) blame([...path, key], `there is no setting “${key}”`);
  }
}

/** A gap that its own words fill. */
function writeTask(
  { program, name, hint }: { program: string; name: string; hint: string },
  path: Path,
  blame: Blame,
): Extract<Task, { kind: 'write' }> {
  const exercise = { program, name };
  try {
    const { kind } = judge(exercise, gapOf(exercise).answer);
    if (kind !== 'right') blame([...path, 'name'], 'its own words do not fill the gap');
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
    blame([...path, 'program'], error.message);
  }
  return { kind: 'write', exercise, hint: micromark(hint) };
}

type StepSource = v.InferOutput<typeof step>;

function stepOf(source: StepSource, path: Path, blame: Blame): LessonStep {
  const { id, text: words, place, set, run, until, write, reveal } = source;
  if ([run, until, write].filter((one) => one !== undefined).length > 1) {
    blame(path, 'a step has one of run, until and write');
  }
  if (set) checkSettings(set, [...path, 'set'], blame);
  const task =
    run !== undefined
      ? ({ kind: 'run', steps: run === 'verdict' ? null : run } as const)
      : until
        ? ({
            kind: 'until',
            text: inline(until.task),
            when: expressionOf(until.when, [...path, 'until', 'when'], blame),
          } as const)
        : write
          ? writeTask(write, [...path, 'write'], blame)
          : null;
  return {
    id,
    html: micromark(words),
    place: place ?? null,
    set: set ?? null,
    task,
    ask: source.ask ? askOf(source.ask, [...path, 'ask'], blame) : null,
    reveal: reveal
      ? { ask: reveal.ask, right: micromark(reveal.right), wrong: micromark(reveal.wrong) }
      : null,
  };
}

/** Every id once, and every answer asked for before it is revealed. */
function checkOrder(steps: readonly LessonStep[], blame: Blame): void {
  const asked = new Set<string>();
  const ids = new Set<string>();
  steps.forEach((one, i) => {
    if (ids.has(one.id)) blame(['steps', i, 'id'], `“${one.id}” is the id of two steps`);
    ids.add(one.id);
    if (one.reveal && !asked.has(one.reveal.ask)) {
      blame(['steps', i, 'reveal', 'ask'], `“${one.reveal.ask}” has not been asked before`);
    }
    if (!one.ask) return;
    if (asked.has(one.ask.id)) blame(['steps', i, 'ask', 'id'], `“${one.ask.id}” is asked twice`);
    asked.add(one.ask.id);
  });
  const revealed = new Set(steps.flatMap(({ reveal }) => (reveal ? [reveal.ask] : [])));
  steps.forEach((one, i) => {
    if (one.ask && !revealed.has(one.ask.id)) {
      blame(['steps', i, 'ask'], `“${one.ask.id}” is never revealed`);
    }
  });
}

/** What a lesson file holds, checked but not compiled. */
export type LessonSource = v.InferOutput<typeof lesson>;

/**
 * What an opened lesson file holds.
 *
 * @throws LessonFault on the first thing that is missing, unknown or of the wrong kind.
 */
export function checkLesson({ content, blame }: LessonFile): LessonSource {
  const { success, output, issues } = v.safeParse(lesson, content);
  if (success) return output;
  const [issue] = issues;
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  return blame(path, issue.message);
}

/**
 * A lesson out of what its file holds.
 *
 * @param file path of the file it is in.
 * @throws LessonFault on the first setting, expression or question that is wrong.
 */
export function compileLesson(source: LessonSource, file: string, blame: Blame): Lesson {
  const { title, minutes, summary, start } = source;
  checkSettings(start, ['start'], blame);
  const [refused] = resolveSettings(start).notices;
  if (refused) blame(['start', refused.key], refused.message.replace(/\.$/, ''));
  const steps = source.steps.map((one, i) => stepOf(one, ['steps', i], blame));
  checkOrder(steps, blame);
  return { ...namesOf(file), title, minutes, summary, start, steps };
}

/**
 * A lesson out of the text of its file (YAML; docs/writing.md#write-a-lesson).
 *
 * @param file path of the file, for faults; its name is the lesson's id.
 * @throws LessonFault with file and line on the first thing that is wrong.
 */
export function readLesson(source: string, file: string): Lesson {
  const opened = openFile(source, file);
  return compileLesson(checkLesson(opened), file, opened.blame);
}
