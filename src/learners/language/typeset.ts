import { bodyOf, type Variant } from './choices';
import type { Definition, Program, Tree } from './tree';

/** An element of MathML Core, as data. */
export interface MathElement {
  readonly tag:
    | 'mi'
    | 'mn'
    | 'mo'
    | 'mtext'
    | 'mrow'
    | 'mfrac'
    | 'msub'
    | 'msup'
    | 'munder'
    | 'mover';
  readonly children: readonly (MathElement | string)[];
  /** The name of the program that it is. */
  readonly refers?: string;
  readonly attributes?: Variant;
}

/** A statement of a program, ready to be drawn. */
export interface TypesetRow {
  readonly kind: 'network' | 'policy' | 'knob' | 'definition' | 'minimise' | 'act' | 'believe';
  /** What it declares or defines. */
  readonly name: string | null;
  readonly math: MathElement;
}

/** How tightly an expression is bound, so that brackets stand where they must. */
const LEVEL = { comparison: 0, sum: 1, product: 2, factor: 3, atom: 4 } as const;
type Level = (typeof LEVEL)[keyof typeof LEVEL];

interface Set {
  readonly math: readonly MathElement[];
  readonly level: Level;
}

type Of<K extends Tree['kind']> = Extract<Tree, { readonly kind: K }>;

const leaf =
  (tag: MathElement['tag']) =>
  (text: string, attributes?: MathElement['attributes']): MathElement => ({
    tag,
    children: [text],
    ...(attributes ? { attributes } : {}),
  });
const mi = leaf('mi');
const mn = leaf('mn');
const mo = leaf('mo');
const row = (...children: readonly MathElement[]): MathElement =>
  children.length === 1 ? children[0] : { tag: 'mrow', children };
const under = (
  tag: 'msub' | 'msup' | 'munder' | 'mover',
  base: MathElement,
  other: MathElement,
): MathElement => ({ tag, children: [base, other] });

/** Marks over a letter, by the sign that combines with it. */
const OVER: Variant = {
  '\u0304': '¯',
  '\u0302': '^',
  '\u0303': '~',
  '\u0307': '˙',
};

/** A name as mathematics sets it: one letter leans, what stands over it and behind it does not. */
function letter(name: string): MathElement {
  const [, base, mark, prime] = /^(.*?)([\u0302-\u0304\u0307]?)(′?)$/u.exec(name) ?? [];
  if (!base || (!mark && !prime)) return mi(name);
  const marked = mark ? under('mover', mi(base), mo(OVER[mark], { stretchy: 'false' })) : mi(base);
  return prime ? row(marked, mo('′', { lspace: '0', rspace: '0' })) : marked;
}

/** A sign that keeps its size whatever stands beside it. */
const bracket = (text: string) => mo(text, { stretchy: 'false' });
const THIN: MathElement = mo('\u2062', { lspace: '0.1em', rspace: '0.1em' });
/** Function application, with the little room that a word wants before what it is taken of. */
const APPLIED: MathElement = mo('\u2061', { lspace: '0.08em', rspace: '0.08em' });

/** Words that stand for functions over something. */
const SUM = mo('Σ', { largeop: 'false', lspace: '0', rspace: '0.05em' });

/** Typesets the statements of a program for one option of each of its choices. */
class Typesetter {
  readonly #program: Program;
  readonly #variant: Variant;

  constructor(program: Program, variant: Variant) {
    this.#program = program;
    this.#variant = variant;
  }

  rows(): readonly TypesetRow[] {
    const { networks, policies, knobs, definitions, minimise, act, believe } = this.#program;
    const s = mi('s');
    const whole = (tree: Tree) => row(...this.#set(tree).math);
    return [
      ...networks.map(({ name, ofActions, copies, target }) => {
        const base = this.#named(name, copies?.index ?? null);
        const at = ofActions ? [s, mo(','), mi('a')] : [s];
        const range = copies
          ? [mo(','), THIN, mi(copies.index), mo('='), mn(`1…${copies.to}`)]
          : [];
        const also = target ? [mo(';'), THIN, this.#named(target, copies?.index ?? null)] : [];
        const math = row(base, bracket('('), ...at, bracket(')'), ...range, ...also);
        return { kind: 'network', name, math } as const;
      }),
      ...policies.map(({ name }) => {
        const math = row(this.#named(name), bracket('('), mi('a'), mo('|'), s, bracket(')'));
        return { kind: 'policy', name, math } as const;
      }),
      ...knobs.map(({ name }) => ({ kind: 'knob', name, math: this.#named(name) }) as const),
      ...definitions.map((own) => {
        const left = own.ofState
          ? [this.#named(own.name), bracket('('), s, bracket(')')]
          : [this.#named(own.name)];
        const math = row(...left, mo('='), ...this.#set(this.#bodyOf(own)).math);
        return { kind: 'definition', name: own.name, math } as const;
      }),
      { kind: 'minimise', name: null, math: whole(minimise) },
      { kind: 'act', name: null, math: whole(act) },
      ...(believe ? [{ kind: 'believe', name: null, math: whole(believe) } as const] : []),
    ];
  }

  #bodyOf(own: Definition): Tree {
    return bodyOf(this.#program, own, this.#variant);
  }

  #named(name: string, index: string | null = null): MathElement {
    const { called, plain } = this.#program.names;
    const own =
      called.has(name) || plain.has(name) ? { ...letter(name), refers: name } : letter(name);
    if (index === null) return own;
    return under('msub', own, /^\d/.test(index) ? mn(index) : mi(index));
  }

  /** In brackets where it is bound less tightly. */
  #within(tree: Tree, least: Level): readonly MathElement[] {
    const { math, level } = this.#set(tree);
    return level >= least ? math : [bracket('('), ...math, bracket(')')];
  }

  #set(tree: Tree): Set {
    const atom = (...math: readonly MathElement[]): Set => ({ math, level: LEVEL.atom });
    switch (tree.kind) {
      case 'number':
        return atom(mn(String(tree.value)));
      case 'name':
        return atom(this.#named(tree.name, tree.index));
      case 'call':
        return atom(...this.#call(tree));
      case 'function':
        return this.#function(tree);
      case 'over':
        return this.#over(tree);
      case 'pair':
        return atom(
          mi(tree.name),
          bracket('('),
          ...this.#set(tree.left).math,
          mo(','),
          ...this.#set(tree.right).math,
          bracket(')'),
        );
      case 'negative':
        return {
          math: [mo('−', { form: 'prefix' }), ...this.#within(tree.of, LEVEL.product)],
          level: LEVEL.sum,
        };
      case 'indicator':
        return atom(mn('𝟏'), bracket('['), ...this.#set(tree.of).math, bracket(']'));
      case 'binary':
        return this.#binary(tree);
    }
  }

  #call({ name, index, place, action, given }: Of<'call'>): readonly MathElement[] {
    const base = this.#named(name, index);
    const state = letter(place);
    const taken = action === null ? [] : action === '·' ? [mo('·')] : [...this.#set(action).math];
    const within = given
      ? [...taken, mo('|', { stretchy: 'false' }), state]
      : [state, ...(action === null ? [] : [mo(','), ...taken])];
    return [base, bracket('('), ...within, bracket(')')];
  }

  #function({ name, of }: Of<'function'>): Set {
    if (name === 'square') {
      const base = row(...this.#within(of, LEVEL.atom));
      return { math: [under('msup', base, mn('2'))], level: LEVEL.factor };
    }
    if (name === 'abs') {
      return {
        math: [bracket('|'), ...this.#set(of).math, bracket('|')],
        level: LEVEL.atom,
      };
    }
    const [open, close] = name === 'sg' ? ['[', ']'] : ['(', ')'];
    // «log π(a|s)» and «log Σ exp Q(s,·)» read well without.
    const bare = name !== 'sg' && (of.kind === 'call' || (of.kind === 'over' && name === 'log'));
    const taken = this.#set(of).math;
    return {
      math: [mi(name), APPLIED, ...(bare ? taken : [bracket(open), ...taken, bracket(close)])],
      level: LEVEL.factor,
    };
  }

  #over({ name, index, of, where }: Of<'over'>): Set {
    const word = name === 'Σ' ? SUM : mi(name);
    const head = index === null ? word : under('munder', word, mi(index));
    const reaches = name === 'Σ' || name === 'mean';
    // «softmax Q(s,·) Q(s,·)» could be read as of both.
    const bare = of.kind === 'call' && name !== 'softmax';
    const taken = reaches
      ? this.#within(of, LEVEL.product)
      : bare
        ? this.#set(of).math
        : [bracket('('), ...this.#set(of).math, bracket(')')];
    const only =
      where === null ? [] : [leaf('mtext')('\u2002where\u2002'), ...this.#set(where).math];
    return {
      math: [head, APPLIED, ...taken, ...only],
      level: where === null ? (reaches ? LEVEL.product : LEVEL.factor) : LEVEL.comparison,
    };
  }

  #binary({ sign, left, right }: Of<'binary'>): Set {
    if (sign === '/') {
      const over = row(...this.#set(left).math);
      const below = row(...this.#set(right).math);
      return { math: [{ tag: 'mfrac', children: [over, below] }], level: LEVEL.atom };
    }
    if (sign === '·') {
      return {
        math: [
          ...this.#within(left, LEVEL.product),
          THIN,
          // What reaches as far as it can stands last, or in brackets.
          ...this.#within(right, right.kind === 'over' ? LEVEL.product : LEVEL.factor),
        ],
        level: LEVEL.product,
      };
    }
    const isSum = sign === '+' || sign === '−';
    const level = isSum ? LEVEL.sum : LEVEL.comparison;
    return {
      math: [
        ...this.#within(left, LEVEL.sum),
        mo(sign),
        ...this.#within(right, isSum ? LEVEL.product : LEVEL.sum),
      ],
      level,
    };
  }
}

/** The statements of a program in the notation of papers, for one option of each of its choices. */
export function typeset(program: Program, variant: Variant = {}): readonly TypesetRow[] {
  return new Typesetter(program, variant).rows();
}

const COMBINING = Object.fromEntries(Object.entries(OVER).map(([mark, sign]) => [sign, mark]));

/** The same as plain text, for tests and for those who draw nothing. */
export function plainMath({ tag, children }: MathElement): string {
  const parts = children.map((child) => (typeof child === 'string' ? child : plainMath(child)));
  if (tag === 'mfrac') return `(${parts[0]})/(${parts[1]})`;
  if (tag === 'mover') return `${parts[0]}${COMBINING[parts[1]] ?? ''}`;
  if (tag === 'msub' || tag === 'munder') return `${parts[0]}_${parts[1]}`;
  if (tag === 'msup') return `${/^\w$/.test(parts[0]) ? parts[0] : `(${parts[0]})`}^${parts[1]}`;
  return parts.join('').replaceAll('\u2061', ' ').replaceAll('\u2062', ' ');
}
