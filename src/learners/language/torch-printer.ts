import { bodyOf, type Variant } from './choices';
import type { TorchNames } from './torch-names';
import { type Place, type TreeShape, TreeTraits } from './traits';
import { childrenOf, type Definition, type Program, type Tree } from './tree';

type Of<K extends Tree['kind']> = Extract<Tree, { readonly kind: K }>;

/** How tightly Python binds what an expression is made by. */
const LEVEL = { comparison: 0, sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;
type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** An expression in Python. */
interface Printed {
  readonly text: string;
  readonly level: Level;
  readonly shape: TreeShape;
  /** Autograd would go through it. */
  readonly carries: boolean;
}

/** Where an expression stands: what `s` is, and whether a gradient may pass. */
interface Context {
  readonly place: Place;
  readonly live: boolean;
}

/** A definition at one place, as a variable. */
interface Binding {
  readonly variable: string;
  readonly value: Printed;
  /** It stands under `torch.no_grad()`. */
  readonly stopped: boolean;
  /** Keys of the bindings that it uses. */
  readonly uses: ReadonlySet<string>;
}

const COMPARISONS = { '<': '<', '≤': '<=', '>': '>', '≥': '>=' } as const;
const ARITHMETIC = { '+': '+', '−': '-', '·': '*', '/': '/' } as const;

/** A number that stands for +∞ in the playground. */
const MOST = '3e38';

function within({ text, level }: Printed, least: Level): string {
  return level < least ? `(${text})` : text;
}

const method = (of: Printed, call: string) => `${within(of, LEVEL.atom)}.${call}`;

function isComparison(sign: Of<'binary'>['sign']): sign is keyof typeof COMPARISONS {
  return sign in COMPARISONS;
}

function numeral(value: number): string {
  const text = String(value);
  // An integer of Python has no bounds, but none that large fits into a tensor.
  return Math.abs(value) >= 2 ** 53 && /^\d+$/.test(text) ? `${text}.0` : text;
}

/** Prints expressions of one program that compiles, for one option of each of its choices. */
export class TorchPrinter {
  /** Networks and targets that were asked, and knobs, by their names in the program. */
  readonly asked = new Set<string>();
  readonly #program: Program;
  readonly #variant: Variant;
  readonly #python: TorchNames;
  readonly #shapes: TreeTraits;
  readonly #bindings = new Map<string, Binding>();
  /** Bindings through which a gradient passes. */
  readonly #live = new Set<string>();
  readonly #free = new Map<string, readonly string[]>();
  /** Keys of the bindings that what is being printed uses. */
  #uses = new Set<string>();

  constructor(program: Program, variant: Variant, python: TorchNames) {
    this.#program = program;
    this.#variant = variant;
    this.#python = python;
    this.#shapes = new TreeTraits(program, (own) => this.#bodyOf(own));
  }

  /** What is minimised; every mean that has a name is worked out on the way. */
  learned(): string {
    const { definitions, minimise } = this.#program;
    const at: Context = { place: 's', live: true };
    const terms = definitions.filter(
      (own) =>
        !own.ofState &&
        this.#freeIndices(own).length === 0 &&
        this.#shapes.of(this.#bodyOf(own), 's').shape === 'mean',
    );
    const roots = [...terms.map((own) => this.#bodyOf(own)), minimise];
    for (const { name } of terms) this.#live.add(`s ${name}`);
    for (const root of roots) this.#markLive(root, 's');
    for (const own of terms) this.#reference(own, at);
    return this.#print(minimise, at).text;
  }

  /** A number or vector at s, that nothing is learned from. */
  read(tree: Tree): string {
    return this.#print(tree, { place: 's', live: false }).text;
  }

  /** What an argmax is taken of, without the actions that it leaves out. */
  chosenAmong(tree: Of<'over'>): string {
    return this.#masked(tree, { place: 's', live: false }, null).text;
  }

  /**
   * The assignments that what was printed stands on, in the order of the program; `learning` where autograd
   * is to leave out those that no gradient passes through.
   */
  lines(learning: boolean): readonly string[] {
    const lines: { readonly text: string; readonly stopped: boolean }[] = [];
    const done = new Set<string>();
    const visit = (key: string) => {
      const binding = this.#bindings.get(key);
      if (binding === undefined || done.has(key)) return;
      done.add(key);
      for (const used of binding.uses) visit(used);
      const { variable, value, stopped } = binding;
      lines.push({ text: `${variable} = ${value.text}`, stopped: stopped && learning });
    };
    for (const { name } of this.#program.definitions) {
      visit(`s ${name}`);
      visit(`s′ ${name}`);
    }
    return lines.flatMap(({ text, stopped }, i) => {
      if (!stopped) return [text];
      const opens = i === 0 || !lines[i - 1].stopped;
      return [...(opens ? ['with torch.no_grad():'] : []), `    ${text}`];
    });
  }

  #bodyOf(own: Definition): Tree {
    return bodyOf(this.#program, own, this.#variant);
  }

  /** Notes through which definitions the gradient of an expression passes. */
  #markLive(tree: Tree, place: Place): void {
    if (this.#shapes.of(tree, place).learns.size === 0) return;
    const own = tree.kind === 'name' || tree.kind === 'call' ? this.#definition(tree.name) : null;
    if (own) {
      const key = `s ${own.name}`;
      if (this.#live.has(key)) return;
      this.#live.add(key);
      this.#markLive(this.#bodyOf(own), 's');
    } else if (tree.kind === 'over') this.#markLive(tree.of, place);
    else for (const child of childrenOf(tree)) this.#markLive(child, place);
  }

  #definition(name: string): Definition | null {
    return this.#shapes.definition(name) ?? null;
  }

  /** Indices that a definition takes from where it is used. */
  #freeIndices(definition: Definition): readonly string[] {
    const free = new Set<string>();
    const visit = (tree: Tree, bound: ReadonlySet<string>) => {
      if (tree.kind === 'name' || tree.kind === 'call') {
        const own = this.#definition(tree.name);
        const indices = own ? this.#freeIndices(own) : [];
        const index = own || tree.kind === 'name' ? null : tree.index;
        for (const one of [...indices, ...(index === null ? [] : [index])]) {
          if (!/^\d/.test(one) && !bound.has(one)) free.add(one);
        }
      }
      const isOver = tree.kind === 'over' && tree.index !== null;
      const inner = isOver ? new Set([...bound, tree.index as string]) : bound;
      for (const child of childrenOf(tree)) visit(child, inner);
    };
    const known = this.#free.get(definition.name);
    if (known !== undefined) return known;
    visit(this.#bodyOf(definition), new Set());
    const found = [...free].sort();
    this.#free.set(definition.name, found);
    return found;
  }

  /** An index in Python, from 0, and how far it runs. */
  #index(name: string): { readonly variable: string; readonly count: number } {
    const { copies } = this.#program.networks.find((own) => own.copies?.index === name) ?? {};
    return { variable: this.#python.of(`index ${name}`, name), count: copies?.to ?? 1 };
  }

  #loop(index: string): string {
    const { variable, count } = this.#index(index);
    return `for ${variable} in range(${count})`;
  }

  /** The variable of a definition. */
  #reference(own: Definition, { place }: Context): Printed {
    const at = this.#shapes.of(this.#bodyOf(own), 's').ofState ? place : 's';
    const key = `${at} ${own.name}`;
    const indices = this.#freeIndices(own);
    const binding = this.#bindings.get(key) ?? this.#bound(own, at, key, indices);
    this.#uses.add(key);
    return {
      ...binding.value,
      text: [binding.variable, ...indices.map((name) => `[${this.#index(name).variable}]`)].join(
        '',
      ),
      level: LEVEL.atom,
      carries: binding.value.carries && !binding.stopped,
    };
  }

  #bound(own: Definition, place: Place, key: string, indices: readonly string[]): Binding {
    const before = this.#uses;
    this.#uses = new Set();
    const live = this.#live.has(key);
    const printed = this.#print(this.#bodyOf(own), { place, live });
    const text = [...indices]
      .reverse()
      .reduce((one, index) => `[${one} ${this.#loop(index)}]`, printed.text);
    const plain = this.#python.of(own.name);
    const binding = {
      variable: place === 's' ? plain : this.#python.of(key, `${plain}_next`),
      value: { ...printed, text },
      stopped: this.#shapes.of(this.#bodyOf(own), place).asks && !live,
      uses: this.#uses,
    };
    this.#uses = before;
    this.#bindings.set(key, binding);
    return binding;
  }

  #print(tree: Tree, at: Context): Printed {
    const { shape } = this.#shapes.of(tree, at.place);
    switch (tree.kind) {
      case 'number':
        return { text: numeral(tree.value), level: LEVEL.atom, shape, carries: false };
      case 'name':
        return this.#name(tree, shape, at);
      case 'call':
        return this.#call(tree, at);
      case 'function':
        return this.#function(tree, at);
      case 'over':
        return tree.index === null ? this.#over(tree, at) : this.#overCopies(tree, tree.index, at);
      case 'pair':
        return this.#pair(tree, shape, at);
      case 'negative':
        return this.#negative(tree, at);
      case 'indicator': {
        const of = this.#print(tree.of, { ...at, live: false });
        const isFact = of.shape === 'fact';
        const text = isFact ? `float(${of.text})` : method(of, 'float()');
        return { text, level: LEVEL.atom, shape, carries: false };
      }
      case 'binary':
        return this.#binary(tree, shape, at);
    }
  }

  #name({ name }: Of<'name'>, shape: TreeShape, at: Context): Printed {
    const own = this.#definition(name);
    if (own) return this.#reference(own, at);
    const isKnob = this.#program.knobs.some((knob) => knob.name === name);
    if (isKnob || name === 'ã') this.asked.add(name);
    const given: Readonly<Record<string, string>> = { γ: 'GAMMA', ã: 'drawn' };
    const text = isKnob ? this.#python.of(name) : (given[name] ?? name);
    return { text, level: LEVEL.atom, shape, carries: false };
  }

  #call(tree: Of<'call'>, at: Context): Printed {
    const place = tree.place === 's′' ? 's′' : at.place;
    const own = this.#definition(tree.name);
    if (own) return this.#reference(own, { ...at, place });
    if (tree.name === 'seen') {
      const text = `SEEN[${place === 's' ? 's' : 's2'}]`;
      return { text, level: LEVEL.atom, shape: 'mask', carries: false };
    }
    const outputs = this.#outputs(tree, at);
    if (!this.#isPolicy(tree.name)) return this.#at(outputs, tree, at);
    return this.#at({ ...outputs, text: method(outputs, 'softmax(1)') }, tree, at);
  }

  #isPolicy(name: string): boolean {
    return this.#program.policies.some((policy) => policy.name === name);
  }

  /** What a network says of a state: all its action values or logits, or its value. */
  #outputs({ name, index, place: own, action }: Of<'call'>, at: Context): Printed {
    this.asked.add(name);
    const place = own === 's′' ? 's′' : at.place;
    const isTarget = this.#program.networks.some(({ target }) => target === name);
    const copy =
      index === null
        ? ''
        : `[${/^\d/.test(index) ? Number(index) - 1 : this.#index(index).variable}]`;
    const asked = `${this.#python.of(name)}${copy}(${place === 's' ? 's' : 's2'})`;
    // Outside of s the language stops every network; under no_grad that is done already.
    const isCut = at.live && !isTarget && place === 's′';
    return {
      text: isCut ? `${asked}.detach()` : asked,
      level: LEVEL.atom,
      shape: action === null ? 'row' : 'vector',
      carries: !isTarget && !isCut,
    };
  }

  #at(outputs: Printed, { action }: Of<'call'>, at: Context): Printed {
    if (action === null || action === '·') return outputs;
    const taken = this.#print(action, { ...at, live: false });
    return { ...outputs, text: `pick(${outputs.text}, ${taken.text})`, shape: 'row' };
  }

  #function(tree: Of<'function'>, at: Context): Printed {
    if (tree.name === 'sg') {
      const of = this.#print(tree.of, { ...at, live: false });
      if (!(at.live && of.carries)) return of;
      return { ...of, text: method(of, 'detach()'), level: LEVEL.atom, carries: false };
    }
    const special = tree.name === 'log' ? this.#logarithm(tree.of, at) : null;
    if (special !== null) return special;
    const of = this.#print(tree.of, at);
    if (tree.name === 'square') {
      return { ...of, text: `${within(of, LEVEL.atom)} ** 2`, level: LEVEL.power };
    }
    const isScalar = of.shape === 'scalar';
    const name = !isScalar
      ? `torch.${tree.name}`
      : tree.name === 'abs'
        ? 'abs'
        : `math.${tree.name}`;
    return { ...of, text: `${name}(${of.text})`, level: LEVEL.atom };
  }

  /** What a name stands for, where that is an expression of the row. */
  #behind(tree: Tree, at: Context): readonly [Tree, Context] {
    const own = tree.kind === 'name' || tree.kind === 'call' ? this.#definition(tree.name) : null;
    if (!own || this.#freeIndices(own).length > 0) return [tree, at];
    const place = tree.kind === 'call' && tree.place === 's′' ? 's′' : at.place;
    return this.#behind(this.#bodyOf(own), { ...at, place });
  }

  /** Logarithms of probabilities and of exponentials without the detour that overflows. */
  #logarithm(of: Tree, outer: Context): Printed | null {
    const [tree, at] = this.#behind(of, outer);
    const vector = (printed: Printed, call: string, shape: TreeShape): Printed => ({
      ...printed,
      text: method(printed, call),
      level: LEVEL.atom,
      shape,
    });
    if (tree.kind === 'call' && this.#isPolicy(tree.name) && !this.#definition(tree.name)) {
      return this.#at(vector(this.#outputs(tree, at), 'log_softmax(1)', 'vector'), tree, at);
    }
    if (tree.kind === 'function' && tree.name === 'exp') return this.#print(tree.of, at);
    if (tree.kind !== 'over' || tree.index !== null) return null;
    if (tree.name === 'softmax' && this.#shapes.of(tree.of, at.place).shape === 'vector') {
      return vector(this.#masked(tree, at, null), 'log_softmax(1)', 'vector');
    }
    const [terms, inner] = this.#behind(tree.of, at);
    if (tree.name !== 'Σ' || terms.kind !== 'function' || terms.name !== 'exp') return null;
    if (inner.place !== at.place) return null;
    const x = this.#masked({ ...tree, of: terms.of }, at, null);
    if (x.shape === 'scalar') return x;
    // Over one value it is the identity, which the code shows as the program does.
    const own = x.shape === 'row' ? this.#column(x) : x;
    return vector(own, 'logsumexp(1)', 'row');
  }

  /** What is taken over all actions, with `other` for those that are left out. */
  #masked({ of, where }: Of<'over'>, at: Context, other: string | null): Printed {
    const x = this.#print(of, at);
    if (where === null) return x;
    const mask = this.#print(where, { ...at, live: false });
    const last = other === null ? '' : `, ${other}`;
    return { ...x, text: `only(${x.text}, ${mask.text}${last})`, level: LEVEL.atom };
  }

  #over(tree: Of<'over'>, outer: Context): Printed {
    const { name } = tree;
    const at = name === 'argmax' ? { ...outer, live: false } : outer;
    if (this.#shapes.of(tree.of, at.place).shape !== 'vector') return this.#overOne(tree, at);
    const over = (other: string | null, call: string, shape: TreeShape = 'row'): Printed => {
      const x = this.#masked(tree, at, other);
      return { ...x, text: method(x, call), level: LEVEL.atom, shape };
    };
    switch (name) {
      case 'Σ':
        return over('0', 'sum(1)');
      case 'mean': {
        if (tree.where === null) return over(null, 'mean(1)');
        const sum = over('0', 'sum(1)');
        const mask = this.#print(tree.where, { ...at, live: false });
        const count = `only(torch.ones_like(${mask.text}), ${mask.text}, 0).sum(1)`;
        return { ...sum, text: `${sum.text} / ${count}`, level: LEVEL.product };
      }
      case 'max':
        return over(null, 'max(1).values');
      case 'min':
        return over(MOST, 'min(1).values');
      case 'argmax':
        return { ...over(null, 'argmax(1)', 'action'), carries: false };
      case 'softmax':
        return over(null, 'softmax(1)', 'vector');
      case 'logsumexp':
        return over(null, 'logsumexp(1)');
    }
  }

  /** Of one value: its mean is one over the minibatch. */
  #overOne({ name, of }: Of<'over'>, at: Context): Printed {
    if (name === 'softmax') {
      return { text: '1', level: LEVEL.atom, shape: 'scalar', carries: false };
    }
    if (name !== 'mean') return this.#print(of, at);
    const likelihood = of.kind === 'negative' ? this.#crossEntropy(of.of, at) : null;
    const found = likelihood ?? this.#squaredError(of, at);
    if (found !== null) return found;
    const x = this.#print(of, at);
    if (x.shape !== 'row') return { ...x, shape: 'mean' };
    return { ...x, text: method(x, 'mean()'), level: LEVEL.atom, shape: 'mean' };
  }

  /** The mean of (x − y)² in one call, where both are tensors of rows. */
  #squaredError(of: Tree, at: Context): Printed | null {
    if (of.kind !== 'function' || of.name !== 'square') return null;
    if (of.of.kind !== 'binary' || of.of.sign !== '−') return null;
    const sides = [of.of.left, of.of.right].map((side) => this.#print(side, at));
    if (sides.some(({ shape }) => shape !== 'row')) return null;
    return {
      text: `F.mse_loss(${sides.map(({ text }) => text).join(', ')})`,
      level: LEVEL.atom,
      shape: 'mean',
      carries: sides.some(({ carries }) => carries),
    };
  }

  /** −mean log π(a|s), from log π(a|s). */
  #crossEntropy(of: Tree, at: Context): Printed | null {
    if (of.kind !== 'function' || of.name !== 'log') return null;
    const { of: call } = of;
    if (call.kind !== 'call' || call.action === null || call.action === '·') return null;
    if (!this.#isPolicy(call.name) || this.#definition(call.name)) return null;
    const logits = this.#outputs(call, at);
    const taken = this.#print(call.action, { ...at, live: false });
    const text = `F.cross_entropy(${logits.text}, ${taken.text})`;
    return { ...logits, text, shape: 'mean' };
  }

  #negative({ of }: Of<'negative'>, at: Context): Printed {
    const isMean =
      of.kind === 'over' &&
      of.name === 'mean' &&
      of.index === null &&
      this.#shapes.of(of.of, at.place).shape === 'row';
    const entropy = isMean ? this.#crossEntropy(of.of, at) : null;
    if (entropy !== null) return entropy;
    const x = this.#print(of, at);
    const level = x.level === LEVEL.product ? LEVEL.product : LEVEL.sign;
    return { ...x, text: `-${within(x, LEVEL.product)}`, level };
  }

  #overCopies({ name, of }: Of<'over'>, index: string, at: Context): Printed {
    const x = this.#print(of, at);
    const each = `${x.text} ${this.#loop(index)}`;
    if (name === 'Σ') return { ...x, text: `sum(${each})`, level: LEVEL.atom };
    if (name === 'mean') {
      const text = `sum(${each}) / ${this.#index(index).count}`;
      return { ...x, text, level: LEVEL.product };
    }
    const text =
      x.shape === 'scalar' ? `${name}(${each})` : `torch.stack([${each}]).${name}(0).values`;
    return { ...x, text, level: LEVEL.atom };
  }

  /** A number of every row beside numbers of every action stands in a column. */
  #beside(x: Printed, other: Printed): Printed {
    return x.shape === 'row' && other.shape === 'vector' ? this.#column(x) : x;
  }

  #column(x: Printed): Printed {
    return { ...x, text: `${within(x, LEVEL.atom)}[:, None]`, level: LEVEL.atom };
  }

  #both(tree: Of<'pair' | 'binary'>, at: Context): readonly [Printed, Printed] {
    const left = this.#print(tree.left, at);
    const right = this.#print(tree.right, at);
    return [this.#beside(left, right), this.#beside(right, left)];
  }

  #pair(tree: Of<'pair'>, shape: TreeShape, at: Context): Printed {
    const [left, right] = this.#both(tree, at);
    const { name } = tree;
    const carries = left.carries || right.carries;
    const made = (text: string): Printed => ({ text, level: LEVEL.atom, shape, carries });
    if (shape === 'scalar') return made(`${name}(${left.text}, ${right.text})`);
    const [number, tensor] = left.shape === 'scalar' ? [left, right] : [right, left];
    if (number.shape === 'scalar')
      return made(method(tensor, `clamp(${name === 'min' ? 'max' : 'min'}=${number.text})`));
    return made(`torch.${name}imum(${left.text}, ${right.text})`);
  }

  #binary(tree: Of<'binary'>, shape: TreeShape, at: Context): Printed {
    const { sign } = tree;
    if (isComparison(sign)) {
      const [left, right] = this.#both(tree, { ...at, live: false });
      const text = `${within(left, LEVEL.sum)} ${COMPARISONS[sign]} ${within(right, LEVEL.sum)}`;
      return { text, level: LEVEL.comparison, shape, carries: false };
    }
    const [left, right] = this.#both(tree, at);
    const level = sign === '+' || sign === '−' ? LEVEL.sum : LEVEL.product;
    const next = level === LEVEL.sum ? LEVEL.product : LEVEL.sign;
    return {
      text: `${within(left, level)} ${ARITHMETIC[sign]} ${within(right, next)}`,
      level,
      shape,
      carries: left.carries || right.carries,
    };
  }
}
