import { childrenOf, type Definition, type Program, type Tree } from './tree';

/**
 * What an expression is in Python: a float, a tensor (rows,), one (rows, actions), a tensor of actions, a
 * bool, a tensor of bools (rows,) or (rows, actions), or a mean over the minibatch.
 */
export type TreeShape = 'scalar' | 'row' | 'vector' | 'action' | 'fact' | 'flag' | 'mask' | 'mean';

/**
 * What an expression mentions: what is given, a network at s′, and one of these that is no target and that
 * nothing within the expression stops.
 */
export type Mention = 'r' | 'd' | 'γ' | 'ahead' | 'onlineAhead';

/** What is known of an expression without working it out. */
export interface Traits {
  readonly shape: TreeShape;
  /** The networks that a gradient reaches through it: those whose outputs at s nothing in it stops. */
  readonly learns: ReadonlySet<string>;
  readonly mentions: ReadonlySet<Mention>;
  /** It asks a network. */
  readonly asks: boolean;
  /** It is something else at s′ than at s. */
  readonly ofState: boolean;
}

export type Place = 's' | 's′';

const NONE: ReadonlySet<never> = new Set();
const SCALAR: Traits = {
  shape: 'scalar',
  learns: NONE,
  mentions: NONE,
  asks: false,
  ofState: false,
};

function widest(shapes: readonly TreeShape[]): TreeShape {
  return (['mean', 'vector', 'row'] as const).find((shape) => shapes.includes(shape)) ?? 'scalar';
}

function union<T>(sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  const filled = sets.filter(({ size }) => size > 0);
  if (filled.length < 2) return filled[0] ?? NONE;
  return new Set(filled.flatMap((set) => [...set]));
}

/** What is left of it where no gradient passes. */
function stopped(traits: Traits): Traits {
  const mentions = new Set([...traits.mentions].filter((one) => one !== 'onlineAhead'));
  return { ...traits, learns: NONE, mentions };
}

/** Reads the traits of the expressions of a program that compiles. */
export class TreeTraits {
  readonly #program: Program;
  readonly #bodyOf: (definition: Definition) => Tree;
  readonly #known = new Map<string, Traits>();

  constructor(program: Program, bodyOf: (definition: Definition) => Tree) {
    this.#program = program;
    this.#bodyOf = bodyOf;
  }

  definition(name: string): Definition | undefined {
    return this.#program.definitions.find((own) => own.name === name);
  }

  of(tree: Tree, place: Place): Traits {
    const parts = childrenOf(tree).map((child) => this.of(child, place));
    const shape = this.#shape(tree, parts, place);
    const all: Traits = {
      shape,
      learns: union(parts.map(({ learns }) => learns)),
      mentions: union(parts.map(({ mentions }) => mentions)),
      asks: parts.some(({ asks }) => asks),
      ofState: parts.some(({ ofState }) => ofState),
    };
    switch (tree.kind) {
      case 'name':
        return this.definition(tree.name)
          ? this.#defined(tree.name, place)
          : { ...SCALAR, shape, mentions: this.#given(tree.name) };
      case 'call':
        return this.#call(tree, all, place);
      case 'function':
        return tree.name === 'sg' ? stopped(all) : all;
      case 'indicator':
        return stopped(all);
      case 'binary':
        return shape === 'mask' || shape === 'flag' ? stopped(all) : all;
      case 'over':
        if (tree.name === 'argmax') return stopped(all);
        return { ...all, learns: parts[0].learns };
      default:
        return all;
    }
  }

  #given(name: string): ReadonlySet<Mention> {
    return name === 'r' || name === 'd' || name === 'γ' ? new Set<Mention>([name]) : NONE;
  }

  #defined(name: string, place: Place): Traits {
    const key = `${place} ${name}`;
    const own = this.definition(name);
    const known = this.#known.get(key);
    if (known !== undefined || own === undefined) return known ?? SCALAR;
    const traits = this.of(this.#bodyOf(own), place);
    this.#known.set(key, traits);
    return traits;
  }

  #call(tree: Extract<Tree, { kind: 'call' }>, all: Traits, place: Place): Traits {
    const at = tree.place === 's′' ? 's′' : place;
    const ofState = tree.place === 's' || all.ofState;
    if (this.definition(tree.name)) {
      const own = this.#defined(tree.name, at);
      return { ...own, ofState: tree.place === 's' && own.ofState };
    }
    if (tree.name === 'seen') return { ...all, ofState };
    const isTarget = this.#program.networks.some(({ target }) => target === tree.name);
    const ahead: readonly Mention[] =
      at === 's' ? [] : isTarget ? ['ahead'] : ['ahead', 'onlineAhead'];
    return {
      ...all,
      asks: true,
      ofState,
      learns: at === 's' && !isTarget ? new Set([tree.name]) : NONE,
      mentions: union([all.mentions, new Set(ahead)]),
    };
  }

  #shape(tree: Tree, parts: readonly Traits[], place: Place): TreeShape {
    const shapes = parts.map(({ shape }) => shape);
    switch (tree.kind) {
      case 'name':
        if (this.#program.knobs.some(({ name }) => name === tree.name)) return 'scalar';
        if (tree.name === 'a' || tree.name === 'ã') return 'action';
        return tree.name === 'r' || tree.name === 'd' ? 'row' : 'scalar';
      case 'call':
        if (this.definition(tree.name)) return this.#defined(tree.name, place).shape;
        if (tree.name === 'seen') return 'mask';
        return tree.action === '·' ? 'vector' : 'row';
      case 'function':
      case 'negative':
        return shapes[0];
      case 'indicator':
        return shapes[0] === 'mask' ? 'vector' : shapes[0] === 'flag' ? 'row' : 'scalar';
      case 'over':
        if (tree.index !== null) return shapes[0];
        if (shapes[0] !== 'vector') {
          return tree.name === 'mean' ? 'mean' : tree.name === 'softmax' ? 'scalar' : shapes[0];
        }
        if (tree.name === 'softmax') return 'vector';
        return tree.name === 'argmax' ? 'action' : 'row';
      case 'binary': {
        const wide = widest(shapes);
        if (!['<', '≤', '>', '≥'].includes(tree.sign)) return wide;
        return wide === 'vector' ? 'mask' : wide === 'row' ? 'flag' : 'fact';
      }
      case 'pair':
        return widest(shapes);
      default:
        return 'scalar';
    }
  }
}
