import { program as texts } from '../../texts/program';
import { ProgramFault, type Span } from './fault';

/** Longest program that is read, in characters. */
export const MOST_CHARACTERS = 10_000;

/** A word, number or sign of a program. */
export interface Token extends Span {
  readonly kind: 'name' | 'number' | 'sign';
  /** Names and signs in the one spelling that they are known by: `γ` for gamma, `·` for `*`. */
  readonly text: string;
  /** The `i` of `Q_i`, where the name has one. */
  readonly index: string | null;
  /** It is the first of its line. */
  readonly first: boolean;
  /** White space stands before it. */
  readonly apart: boolean;
}

/** A statement: what stands from the first column to before the next such line. */
export type Statement = readonly Token[];

const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
};

/** Other spellings of words. */
const WORDS: Readonly<Record<string, string>> = {
  ...GREEK,
  sum: 'Σ',
  '∑': 'Σ',
  stop: 'sg',
  minimize: 'minimise',
  log_sum_exp: 'logsumexp',
};

/** Other spellings of signs. */
const SIGNS: Readonly<Record<string, string>> = {
  '*': '·',
  '⋅': '·',
  '×': '·',
  '∙': '·',
  '-': '−',
  '–': '−',
  '.': '·',
  '÷': '/',
  '<=': '≤',
  '>=': '≥',
  '^2': '²',
  '**2': '²',
};

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

const BLANK = /[^\S\n]+/y;
const COMMENT = /#[^\n]*/y;
const NAME = /(?:∑|\p{L}[\p{L}\p{M}\p{Nd}]*)(?:_(?:\p{L}[\p{L}\p{M}]*|\d+)|[₀-₉]+)?[′']?/uy;
const NUMBER = /\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y;
const SIGN = /\*\*2|\^2|<=|>=|\.\.|[+\-−–*·⋅∙×÷/()[\]|,:=<>≤≥².^]/y;

function readName(word: string): Pick<Token, 'text' | 'index'> {
  const primed = /[′']$/.test(word);
  const bare = primed ? word.slice(0, -1) : word;
  const plain = bare
    .replace(/[₀-₉]+$/, (digits) => `_${[...digits].map((d) => SUBSCRIPTS.indexOf(d)).join('')}`)
    .replace(/ᵢ$/, '_i')
    .replace(/ⱼ$/, '_j');
  const whole = WORDS[plain];
  const cut = whole === undefined ? plain.indexOf('_') : -1;
  const name = whole ?? (cut < 0 ? plain : plain.slice(0, cut));
  const text = `${WORDS[name] ?? name}${primed ? '′' : ''}`;
  return { text, index: cut < 0 ? null : plain.slice(cut + 1) };
}

/**
 * Cuts a program into its statements. Spellings in Unicode and in ASCII give the same tokens; places are
 * those in the normalised text (`normalised`).
 *
 * Throws ProgramFault on a sign that means nothing, or a text that is too long.
 */
export function statementsOf(source: string): readonly Statement[] {
  if (source.length > MOST_CHARACTERS) {
    const sentence = texts().tooLong(source.length, MOST_CHARACTERS);
    throw new ProgramFault(source, { start: 0, end: 0 }, sentence);
  }
  const statements: Token[][] = [];
  let at = 0;
  let first = true;
  let apart = false;
  let column = 0;
  const taken = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  while (at < source.length) {
    if (source[at] === '\n' || source[at] === '\r') {
      at++;
      first = true;
      column = at;
      continue;
    }
    const skipped = taken(BLANK) ?? taken(COMMENT);
    if (skipped !== null) {
      at += skipped.length;
      apart = true;
      continue;
    }
    const name = taken(NAME);
    const number = name === null ? taken(NUMBER) : null;
    const sign = name === null && number === null ? taken(SIGN) : null;
    const text = name ?? number ?? sign;
    if (text === null) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
      const span = { start: at, end: at + character.length };
      throw new ProgramFault(source, span, texts().character(character));
    }
    const span = { start: at, end: at + text.length };
    const token: Token = {
      ...span,
      kind: name !== null ? 'name' : number !== null ? 'number' : 'sign',
      ...(name !== null ? readName(name) : { text: SIGNS[text] ?? text, index: null }),
      first,
      apart: apart || first,
    };
    if (first && at === column) statements.push([token]);
    else if (statements.length === 0) {
      throw new ProgramFault(source, span, texts().indentation);
    } else statements[statements.length - 1].push(token);
    at += text.length;
    first = false;
    apart = false;
  }
  return statements;
}

/** A program as it is read: composed characters, and one sign for the end of a line. */
export function normalised(source: string): string {
  return source.normalize('NFC').replace(/\r\n?/g, '\n');
}
