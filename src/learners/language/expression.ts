import { program as texts } from '../../texts/program';
import { ProgramFault, type Span } from './fault';
import { nearestOf } from './nearest';
import type { Token } from './tokens';
import type { Declared, FunctionName, OverName, Tree } from './tree';

const FUNCTIONS: ReadonlySet<string> = new Set<FunctionName>(['exp', 'log', 'abs', 'square', 'sg']);
const OVER: ReadonlySet<string> = new Set<OverName>([
  'Σ',
  'mean',
  'max',
  'min',
  'argmax',
  'softmax',
  'logsumexp',
]);
/** They reach as far as a product does; the others take what stands right after them. */
const REACHING: ReadonlySet<string> = new Set(['Σ', 'mean']);

/** Words that have a meaning of their own in an expression, for suggestions. */
export const WORDS_OF_EXPRESSIONS: readonly string[] = [...FUNCTIONS, ...OVER, 'where', 'seen'];

/** Brackets within brackets at most. */
const MOST_DEEP = 60;

/** Reads the tokens of one statement. */
export class Reader {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  readonly #declared: Declared;
  #next = 0;
  #deep = 0;
  #bars = 0;

  constructor(source: string, tokens: readonly Token[], declared: Declared) {
    this.#source = source;
    this.#tokens = tokens;
    this.#declared = declared;
  }

  get ended(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** The token at hand, or one of those after it. */
  peek(ahead = 0): Token | null {
    return this.#tokens[this.#next + ahead] ?? null;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token !== null && token.kind !== 'number' && token.text === text;
  }

  take(): Token {
    const token = this.peek();
    if (token === null) throw this.fault(texts().expected(texts().aValue, texts().end));
    this.#next++;
    return token;
  }

  /** Takes the token at hand where it is this one. */
  takes(text: string): boolean {
    if (!this.is(text)) return false;
    this.#next++;
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw this.unexpected(texts().symbol(text));
    return this.take();
  }

  expectName(): Token {
    if (this.peek()?.kind !== 'name') throw this.unexpected(texts().aName);
    return this.take();
  }

  /** A number with its sign. */
  expectNumber(): number {
    const sign = this.takes('−') ? -1 : 1;
    if (this.peek()?.kind !== 'number') throw this.unexpected(texts().aNumber);
    return sign * Number(this.take().text);
  }

  expectEnd(): void {
    if (!this.ended) throw this.unexpected(texts().end);
  }

  /** Where reading has got to. */
  get here(): Span {
    const token = this.peek();
    if (token !== null) return token;
    const end = this.#tokens.at(-1)?.end ?? 0;
    return { start: end, end };
  }

  fault(sentence: string, span: Span = this.here): ProgramFault {
    return new ProgramFault(this.#source, span, sentence);
  }

  unexpected(expected: string): ProgramFault {
    const token = this.peek();
    const found =
      token === null ? texts().end : texts().found(this.#source.slice(token.start, token.end));
    return this.fault(texts().expected(expected, found));
  }

  /** A value, or a comparison of two. */
  expression(): Tree {
    if (++this.#deep > MOST_DEEP) throw this.fault(texts().tooDeep);
    const left = this.#sum();
    const sign = this.peek()?.text;
    let found = left;
    if (sign === '<' || sign === '≤' || sign === '>' || sign === '≥') {
      this.take();
      const right = this.#sum();
      found = { kind: 'binary', sign, left, right, start: left.start, end: right.end };
      if (['<', '≤', '>', '≥'].some((other) => this.is(other))) throw this.fault(texts().chain);
    }
    this.#deep--;
    return found;
  }

  #sum(): Tree {
    let left = this.#signed();
    for (;;) {
      const sign = this.is('+') ? '+' : this.is('−') ? '−' : null;
      if (sign === null) return left;
      this.take();
      const right = this.#product();
      left = { kind: 'binary', sign, left, right, start: left.start, end: right.end };
    }
  }

  #signed(): Tree {
    const { start } = this.here;
    if (this.takes('+')) return this.#product();
    if (!this.takes('−')) return this.#product();
    const of = this.#product();
    return { kind: 'negative', of, start, end: of.end };
  }

  #product(): Tree {
    let left = this.#factor();
    let divided = false;
    for (;;) {
      const sign = this.is('/') ? '/' : this.is('·') || this.#beginsFactor() ? '·' : null;
      if (sign === null) return left;
      const written = this.takes('/') || this.takes('·');
      if (!written && divided) throw this.fault(texts().division);
      divided = sign === '/';
      const right = this.#factor();
      left = { kind: 'binary', sign, left, right, start: left.start, end: right.end };
    }
  }

  /** What stands here could be multiplied with what stands before it. */
  #beginsFactor(): boolean {
    const token = this.peek();
    if (token === null || token.text === 'where') return false;
    if (token.kind !== 'sign') return true;
    return token.text === '(' || token.text === '[' || (token.text === '|' && this.#bars === 0);
  }

  /** A word of the language that the program does not take for a name of its own. */
  #isWord({ kind, text }: Token, words: ReadonlySet<string>): boolean {
    const { called, plain } = this.#declared;
    return kind === 'name' && words.has(text) && !called.has(text) && !plain.has(text);
  }

  #squared(of: Tree): Tree {
    let found = of;
    while (this.is('²') || this.is('^')) {
      if (this.is('^')) throw this.fault(texts().notSquare);
      const { end } = this.take();
      found = { kind: 'function', name: 'square', of: found, start: found.start, end };
    }
    return found;
  }

  #factor(): Tree {
    const token = this.peek();
    if (token === null) throw this.unexpected(texts().aValue);
    if (this.#isWord(token, OVER)) return this.#over(this.take());
    if (this.#isWord(token, FUNCTIONS)) return this.#function(this.take());
    return this.#squared(this.#atom());
  }

  #atom(): Tree {
    const token = this.take();
    const { start, end } = token;
    if (token.kind === 'number') {
      if (Number(token.text) === 1 && this.is('[')) return this.#indicator(token);
      return { kind: 'number', value: Number(token.text), start, end };
    }
    if (token.kind === 'name') {
      if (this.is('(') && this.#declared.called.has(token.text)) return this.#call(token);
      if (this.is('(') && this.#looksCalled()) throw this.#unknown(token);
      return { kind: 'name', name: token.text, index: token.index, start, end };
    }
    if (token.text === '(' || token.text === '[') {
      const within = this.expression();
      const close = this.#close(token.text === '(' ? ')' : ']');
      return { ...within, start, end: close };
    }
    if (token.text === '|') {
      if (this.#bars > 0) throw this.fault(texts().bars, token);
      this.#bars++;
      const of = this.expression();
      this.#bars--;
      return { kind: 'function', name: 'abs', of, start, end: this.#close('|') };
    }
    this.#next--;
    throw this.unexpected(texts().aValue);
  }

  #close(text: string): number {
    if (!this.is(text)) throw this.unexpected(texts().closing(text));
    return this.take().end;
  }

  #indicator({ start }: Token): Tree {
    this.expect('[');
    const of = this.expression();
    return { kind: 'indicator', of, start, end: this.#close(']') };
  }

  /** (s, …), (s), (s′) or (… | s): brackets that only a call has. */
  #looksCalled(): boolean {
    return (
      this.is('s', 1) || this.is('s′', 1) || (this.peek(1)?.kind !== 'sign' && this.is('|', 2))
    );
  }

  #unknown(token: Token): ProgramFault {
    const near = nearestName(token.text, [...this.#declared.called, ...WORDS_OF_EXPRESSIONS]);
    return this.fault(texts().unknown(token.text, near), token);
  }

  #call({ text: name, index, start }: Token): Tree {
    this.expect('(');
    if (this.is('|', 1)) {
      // One word, since a bar after more than that would be read as an absolute value.
      const given = this.take();
      const action: Tree | '·' =
        given.text === '·' ? '·' : { ...given, kind: 'name', name: given.text, index: given.index };
      this.expect('|');
      const place = this.#place();
      return {
        kind: 'call',
        name,
        index,
        place,
        action,
        given: true,
        start,
        end: this.#close(')'),
      };
    }
    const place = this.#place();
    const action = this.takes(',') ? this.#action() : null;
    return { kind: 'call', name, index, place, action, given: false, start, end: this.#close(')') };
  }

  #place(): 's' | 's′' {
    if (this.takes('s')) return 's';
    if (this.takes('s′')) return 's′';
    throw this.unexpected(texts().aPlace);
  }

  #action(): Tree | '·' {
    if (this.takes('·')) return '·';
    if (this.is(')') || this.is('|')) throw this.unexpected(texts().anAction);
    return this.expression();
  }

  #function({ text, start }: Token): Tree {
    const name = text as FunctionName;
    const { of, bracketed } = this.#operand(text);
    if (this.is('²') && name !== 'sg') throw this.fault(texts().squareOf(text));
    if (this.is('²') && !bracketed) throw this.fault(texts().bare(text));
    return this.#squared({ kind: 'function', name, of, start, end: of.end });
  }

  /** What a function is taken of: what stands in brackets after it, a call, or another function. */
  #operand(text: string): { readonly of: Tree; readonly bracketed: boolean } {
    const token = this.peek();
    if (token === null) throw this.unexpected(texts().aValue);
    if (token.text === '(' || token.text === '[' || token.text === '|') {
      return { of: this.#atom(), bracketed: true };
    }
    if (this.#isWord(token, OVER)) return { of: this.#over(this.take()), bracketed: true };
    if (this.#isWord(token, FUNCTIONS)) return { of: this.#function(this.take()), bracketed: true };
    const of = this.#atom();
    if (of.kind === 'call' || of.kind === 'indicator') return { of, bracketed: true };
    // Of a bare name one cannot see how far the function reaches.
    if (this.#beginsFactor() || this.is('·') || this.is('/') || this.is('²')) {
      throw this.fault(texts().bare(text), of);
    }
    return { of, bracketed: false };
  }

  #over({ text, index, start }: Token): Tree {
    const name = text as OverName;
    const bracket = this.peek();
    if (REACHING.has(text) && bracket?.text !== '[') {
      const of = this.#product();
      const where = this.#where();
      return { kind: 'over', name, index, of, where, start, end: where?.end ?? of.end };
    }
    if (bracket?.text === '(' && (text === 'min' || text === 'max') && index === null) {
      const pair = this.#pair(text, start);
      if (pair !== null) return this.#after(pair, text);
    }
    const { of } = this.#operand(text);
    if (REACHING.has(text) && (this.is('²') || this.#beginsFactor())) {
      throw this.fault(texts().meanOf);
    }
    const where = this.#where();
    const end = where?.end ?? of.end;
    return this.#after({ kind: 'over', name, index, of, where, start, end }, text);
  }

  #after(found: Tree, text: string): Tree {
    if (this.is('²')) throw this.fault(texts().squareOf(text));
    return found;
  }

  /** min(x, y); null where only one value stands in the brackets, and nothing is taken. */
  #pair(name: 'min' | 'max', start: number): Tree | null {
    const before = this.#next;
    this.expect('(');
    const left = this.expression();
    if (!this.takes(',')) {
      this.#next = before;
      return null;
    }
    const right = this.expression();
    return { kind: 'pair', name, left, right, start, end: this.#close(')') };
  }

  #where(): Tree | null {
    return this.takes('where') ? this.expression() : null;
  }
}

/** The nearest of some names, where the text has at least two letters. */
export function nearestName(text: string, names: readonly string[]): string | null {
  const near = nearestOf(
    text,
    names.filter((name) => name !== text),
  );
  if (near !== null) return near;
  // Short names: the one letter that was written twice, or is another.
  const short = names.find(
    (name) =>
      [...name].length === 1 && [...text].length === 2 && [...text].every((c) => c === name),
  );
  return short ?? null;
}
