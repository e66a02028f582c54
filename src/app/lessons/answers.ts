/** What a student predicted for one ask; `cell` counts rows and columns from 0. */
export type Answer =
  | { readonly kind: 'choose'; readonly chosen: readonly string[] }
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  /** Heights at evenly spaced steps, the first at step 0. */
  | { readonly kind: 'curve'; readonly heights: readonly number[] };

/** Answers by the id of their ask. */
export type Answers = Readonly<Record<string, Answer>>;

const NUMBER = /^-?\d+(\.\d+)?$/;

function printAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'choose':
      return `o${answer.chosen.join(',')}`;
    case 'scale':
      return `s${Number(answer.value.toFixed(3))}`;
    case 'cell':
      return `c${answer.row}.${answer.column}`;
    case 'curve':
      return `d${answer.heights.map((height) => Number(height.toFixed(3))).join(',')}`;
  }
}

function readNumbers(text: string, separator: string): number[] | null {
  const parts = text.split(separator);
  return parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : null;
}

function readAnswer(text: string): Answer | null {
  const rest = text.slice(1);
  switch (text[0]) {
    case 'o': {
      const chosen = rest.split(',').filter((id) => /^[a-z0-9-]+$/.test(id));
      return { kind: 'choose', chosen };
    }
    case 's':
      return NUMBER.test(rest) ? { kind: 'scale', value: Number(rest) } : null;
    case 'c': {
      const place = readNumbers(rest, '.');
      return place?.length === 2 && place.every((n) => Number.isInteger(n) && n >= 0)
        ? { kind: 'cell', row: place[0], column: place[1] }
        : null;
    }
    case 'd': {
      const heights = readNumbers(rest, ',');
      return heights && heights.length >= 2 && heights.length <= 40
        ? { kind: 'curve', heights }
        : null;
    }
    default:
      return null;
  }
}

/** Answers as a link has them: `reach=odqn,cql;land=s0.3`. */
export function printAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([id, answer]) => `${id}=${printAnswer(answer)}`)
    .join(';');
}

/** Answers out of a link; what cannot be read is left out. Never throws. */
export function readAnswers(text: string): Answers {
  const answers: Record<string, Answer> = {};
  for (const part of text.split(';').slice(0, 40)) {
    const [id, printed] = part.split('=', 2);
    const answer = printed ? readAnswer(printed) : null;
    if (answer && /^[a-z0-9-]+$/.test(id)) answers[id] = answer;
  }
  return answers;
}
