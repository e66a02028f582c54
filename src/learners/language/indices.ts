import { childrenOf, type Definition, type Tree } from './tree';

/** Indices over copies that definitions take from where they are used. */
export class FreeIndices {
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(definitions: ReadonlyMap<string, Definition>) {
    this.#definitions = definitions;
  }

  of({ name, body }: Definition): ReadonlySet<string> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const free = new Set<string>();
    // One that is defined by itself is refused when it is made.
    this.#known.set(name, free);
    const visit = (tree: Tree, bound: ReadonlySet<string>) => {
      if (tree.kind === 'call' && tree.index !== null && !/^\d/.test(tree.index)) {
        if (!bound.has(tree.index)) free.add(tree.index);
      }
      if (tree.kind === 'name' || tree.kind === 'call') {
        const own = this.#definitions.get(tree.name);
        const inner = own === undefined ? [] : [...this.of(own)];
        for (const index of inner) if (!bound.has(index)) free.add(index);
      }
      const within =
        tree.kind === 'over' && tree.index !== null ? new Set([...bound, tree.index]) : bound;
      for (const child of childrenOf(tree)) visit(child, within);
    };
    const trees = body.kind === 'plain' ? [body.of] : [...body.options.values()];
    for (const tree of trees) visit(tree, new Set());
    return free;
  }
}
