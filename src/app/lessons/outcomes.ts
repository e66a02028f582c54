import { formatValue } from '../../texts/format';
import { lessons as texts } from '../../texts/lessons';
import { builtMarkup } from '../basics/markup';
import type { Answer, Answers } from './answers';
import { isRight, type Truth } from './judge';
import type { Ask, Lesson } from './types';

/** One prediction of a lesson beside how it turned out, in words. */
export interface Outcome {
  readonly id: string;
  /** The question, without marks of its Markdown. */
  readonly question: string;
  readonly said: string;
  readonly truth: string;
  /** Null while one of the two is missing. */
  readonly right: boolean | null;
}

/** What HTML of a lesson says, on one line. */
export function plainText(html: string): string {
  const page = new DOMParser().parseFromString(builtMarkup(html), 'text/html');
  return (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The names of some options of a question, as it has them. */
function named(ask: Ask, ids: readonly string[]): string {
  if (ask.kind !== 'choose' || ids.length === 0) return texts().saidNothing;
  return ask.options
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text)
    .join('; ');
}

const curve = (from: number, to: number) => texts().drawn(formatValue(from), formatValue(to));

function saidOf(ask: Ask, answer: Answer | null): string {
  switch (answer?.kind) {
    case 'choose':
      return named(ask, answer.chosen);
    case 'scale':
      return formatValue(answer.value);
    case 'cell':
      return texts().cell(answer.row + 1, answer.column + 1);
    case 'curve':
      return curve(answer.heights[0], answer.heights[answer.heights.length - 1]);
    default:
      return texts().saidNothing;
  }
}

function truthIn(ask: Ask, truth: Truth | undefined): string {
  switch (truth?.kind) {
    case 'choose':
      return named(ask, truth.right);
    case 'scale':
      return formatValue(truth.value);
    case 'cell':
      return texts().cell(truth.row + 1, truth.column + 1);
    case 'curve':
      return curve(truth.points[0].value, truth.points[truth.points.length - 1].value);
    default:
      return texts().notKnown;
  }
}

/** The predictions that a lesson asks for, in its order, beside how they turned out. */
export function outcomesOf(
  lesson: Lesson,
  answers: Answers,
  truths: Readonly<Record<string, Truth>>,
  plain: (html: string) => string = plainText,
): readonly Outcome[] {
  return lesson.steps.flatMap(({ ask }) => {
    if (ask === null) return [];
    const answer = answers[ask.id] ?? null;
    const truth = truths[ask.id];
    return {
      id: ask.id,
      question: plain(ask.question),
      said: saidOf(ask, answer),
      truth: truthIn(ask, truth),
      right: answer && truth ? isRight(ask, answer, truth) : null,
    };
  });
}

/** How many of the predictions turned out right, of those that were held against the truth; '' where none was. */
export function scoreOf(outcomes: readonly Outcome[]): string {
  const judged = outcomes.filter(({ right }) => right !== null);
  if (judged.length === 0) return '';
  return texts().cardRight(judged.filter(({ right }) => right).length, judged.length);
}

/** A card of predictions as a text to keep. */
export function cardText(
  title: string,
  outcomes: readonly Outcome[],
  link: string,
  origin: string,
): string {
  const t = texts();
  const parts = outcomes.map(({ question, said, truth, right }) => {
    const mark = right === null ? '' : right ? ' ✓' : ' ✗';
    return `${question}\n  ${t.saidThat(said)}${mark}\n  ${t.turnedOut(truth)}`;
  });
  const all = [`Offgrid: ${title}`, t.card, ...parts, scoreOf(outcomes), link, origin];
  return `${all.filter((part) => part !== '').join('\n\n')}\n`;
}
