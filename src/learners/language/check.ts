import { checker as texts } from '../../texts/checker';
import { bodyOf, type Variant } from './choices';
import type { CompiledProgram } from './compile';
import { endlessOf } from './endless';
import type { Span } from './fault';
import type { Names } from './lower';
import { type Place, TreeTraits } from './traits';
import { childrenOf, type Definition, type Program, type Tree } from './tree';

/** The rules, by what is remarked on. */
export type Rule =
  | 'overOne'
  | 'unstopped'
  | 'bothLearn'
  | 'noEnd'
  | 'noDiscount'
  | 'unseenMax'
  | 'endless'
  | 'untrained'
  | 'weightLearns';

/** Something that a teacher would say of a program that compiles, at its place. */
export interface Remark extends Span {
  readonly rule: Rule;
  readonly sentence: string;
}

/** Where an expression stands: what s is there, and whether a gradient may pass. */
interface Standing {
  readonly place: Place;
  readonly live: boolean;
}

type Of<K extends Tree['kind']> = Extract<Tree, { readonly kind: K }>;

class Checker {
  readonly #program: Program;
  readonly #variant: Variant;
  readonly #traits: TreeTraits;
  readonly #remarks: Remark[] = [];
  readonly #visited = new Set<string>();

  constructor(program: Program, variant: Variant) {
    this.#program = program;
    this.#variant = variant;
    this.#traits = new TreeTraits(program, (own) => this.#bodyOf(own));
  }

  remarks(compiled: CompiledProgram, names: Names): readonly Remark[] {
    const { definitions, minimise } = this.#program;
    this.#visit(minimise, { place: 's', live: true });
    // What is worked out and not minimised is looked at too.
    for (const own of definitions) this.#visit(this.#bodyOf(own), { place: 's', live: false });
    this.#untrained(compiled, names);
    this.#endless(compiled, names);
    return [...this.#remarks].sort((a, b) => a.start - b.start);
  }

  #bodyOf(own: Definition): Tree {
    return bodyOf(this.#program, own, this.#variant);
  }

  #say(rule: Rule, { start, end }: Span, sentence: string): void {
    const known = this.#remarks.some((own) => own.rule === rule && own.start === start);
    if (!known) this.#remarks.push({ rule, start, end, sentence });
  }

  #visit(tree: Tree, at: Standing): void {
    const key = `${tree.start} ${tree.end} ${tree.kind} ${at.place} ${at.live}`;
    if (this.#visited.has(key)) return;
    this.#visited.add(key);
    this.#look(tree, at);
    const stops =
      (tree.kind === 'function' && tree.name === 'sg') ||
      tree.kind === 'indicator' ||
      (tree.kind === 'over' && tree.name === 'argmax');
    const inner = stops ? { ...at, live: false } : at;
    if (tree.kind === 'name' || tree.kind === 'call') {
      const own = this.#traits.definition(tree.name);
      const place = tree.kind === 'call' && tree.place === 's′' ? 's′' : at.place;
      if (own !== undefined) this.#visit(this.#bodyOf(own), { ...inner, place });
    }
    for (const child of childrenOf(tree)) this.#visit(child, inner);
  }

  #look(tree: Tree, at: Standing): void {
    switch (tree.kind) {
      case 'function':
        if (tree.name === 'log') this.#logSumExp(tree, at);
        else if (tree.name === 'square' || tree.name === 'abs') this.#difference(tree.of, at);
        return;
      case 'over':
        this.#overOne(tree, at);
        this.#nextMax(tree, at);
        return;
      case 'binary':
        if (tree.sign === '+' || tree.sign === '−') this.#backup(tree, at);
        if (tree.sign === '·') this.#weight(tree, at);
        return;
      default:
    }
  }

  /** What a name stands for, and where that stands. */
  #behind(tree: Tree, at: Standing): readonly [Tree, Standing] {
    if (tree.kind !== 'name' && tree.kind !== 'call') return [tree, at];
    const own = this.#traits.definition(tree.name);
    if (own === undefined) return [tree, at];
    const place = tree.kind === 'call' && tree.place === 's′' ? 's′' : at.place;
    return this.#behind(this.#bodyOf(own), { ...at, place });
  }

  #isOne(tree: Tree, at: Standing): boolean {
    return this.#traits.of(tree, at.place).shape !== 'vector';
  }

  #logSumExp({ of, ...span }: Of<'function'>, at: Standing): void {
    if (of.kind !== 'over' || of.name !== 'Σ' || of.index !== null) return;
    const [terms] = this.#behind(of.of, at);
    if (terms.kind === 'function' && terms.name === 'exp' && this.#isOne(of.of, at)) {
      this.#say('overOne', span, texts().overOne('log Σ exp'));
    }
  }

  #overOne({ name, index, of, ...span }: Of<'over'>, at: Standing): void {
    if (index !== null || name === 'mean' || !this.#isOne(of, at)) return;
    // Said of the logarithm around it.
    if (this.#remarks.some((own) => own.rule === 'overOne' && own.end === span.end)) return;
    this.#say('overOne', span, name === 'softmax' ? texts().softmaxOne : texts().overOne(name));
  }

  #nextMax({ name, index, of, where, ...span }: Of<'over'>, at: Standing): void {
    if (index !== null || where !== null || (name !== 'max' && name !== 'argmax')) return;
    const asked = this.#valuesAhead(of, at);
    if (asked !== null && !this.#isOne(of, at)) {
      this.#say('unseenMax', span, texts().unseenMax(name, asked));
    }
  }

  /** A network of action values that an expression asks at s′; null where it asks none. */
  #valuesAhead(tree: Tree, at: Standing): string | null {
    const [found, where] = this.#behind(tree, at);
    if (found.kind === 'call') {
      const place = found.place === 's′' ? 's′' : where.place;
      const isValues = this.#program.networks.some(
        ({ name, target, ofActions }) =>
          ofActions && (name === found.name || target === found.name),
      );
      return isValues && place === 's′' ? found.name : null;
    }
    for (const child of childrenOf(found)) {
      const own = this.#valuesAhead(child, where);
      if (own !== null) return own;
    }
    return null;
  }

  /** A squared or absolute difference: who moves towards whom. */
  #difference(of: Tree, at: Standing): void {
    const [tree, where] = this.#behind(of, at);
    if (!at.live || tree.kind !== 'binary' || tree.sign !== '−') return;
    const sides = [tree.left, tree.right].map((side) => ({
      side,
      traits: this.#traits.of(side, where.place),
    }));
    const isTarget = ({ traits }: (typeof sides)[number]) =>
      traits.mentions.has('r') || traits.mentions.has('ahead');
    const target = sides.find(isTarget);
    if (target?.traits.mentions.has('onlineAhead')) {
      this.#say('unstopped', target.side, texts().unstopped);
    } else if (sides.every(({ traits }) => traits.learns.size > 0)) {
      this.#say('bothLearn', (target ?? sides[1]).side, texts().bothLearn);
    }
  }

  /** The sum in which a reward meets what comes after it. */
  #backup(tree: Of<'binary'>, at: Standing): void {
    const whole = this.#traits.of(tree, at.place).mentions;
    if (!whole.has('r') || !whole.has('ahead')) return;
    const parts = [tree.left, tree.right].map((side) => this.#traits.of(side, at.place).mentions);
    if (parts.some((own) => own.has('r') && own.has('ahead'))) return;
    if (!whole.has('d')) this.#say('noEnd', tree, texts().noEnd);
    if (!whole.has('γ')) this.#say('noDiscount', tree, texts().noDiscount);
  }

  /** A product of two that learn by different networks. */
  #weight(tree: Of<'binary'>, at: Standing): void {
    if (!at.live) return;
    const [left, right] = [tree.left, tree.right].map((side) => this.#traits.of(side, at.place));
    if (left.learns.size === 0 || right.learns.size === 0) return;
    if ([...left.learns].some((name) => right.learns.has(name))) return;
    const isPolicy = (names: ReadonlySet<string>) =>
      [...names].every((name) => this.#program.policies.some((own) => own.name === name));
    const [weight, learns] = isPolicy(left.learns)
      ? [tree.right, right.learns]
      : [tree.left, left.learns];
    this.#say('weightLearns', weight, texts().weightLearns([...learns].join(', ')));
  }

  #untrained({ loss }: CompiledProgram, names: Names): void {
    const { networks, policies } = this.#program;
    for (const { name, ...span } of [...networks, ...policies]) {
      const base = names.networks?.[name] ?? name;
      const copies = networks.find((own) => own.name === name)?.copies;
      const all = copies ? Array.from({ length: copies.to }, (_, i) => `${base}${i + 1}`) : [base];
      if (!all.every((own) => loss.trains.includes(own))) {
        this.#say('untrained', span, texts().untrained(name));
      }
    }
  }

  #endless({ loss, networks }: CompiledProgram, names: Names): void {
    const values = new Map(
      this.#program.knobs.map(({ name, value }) => [names.knobs?.[name] ?? name, value ?? 1]),
    );
    const found = endlessOf(loss.total, (name) => values.get(name) ?? 0.9);
    if (found === null) return;
    const own = this.#program.definitions.find(({ name }) =>
      loss.terms.some(
        (term) => term.name === (names.terms?.[name] ?? name) && found.falls(term.means),
      ),
    );
    const place = networks.findIndex(({ name }) => name === found.network);
    const spoken =
      this.#program.learned.find((name) => {
        const base = names.networks?.[name] ?? name;
        return found.network === base || found.network.replace(/\d+$/, '') === base;
      }) ?? networks[place].name;
    this.#say(
      'endless',
      own ?? this.#program.minimise,
      texts().endless(spoken, found.grows, found.action),
    );
  }
}

/**
 * Reads a program that compiles as a good teacher would: what is legal, and still not what its author is
 * likely to have meant. In the order of the text; nothing where there is nothing to say.
 */
export function remarksOn(
  program: Program,
  compiled: CompiledProgram,
  names: Names,
  variant: Variant = {},
): readonly Remark[] {
  return new Checker(program, variant).remarks(compiled, names);
}
