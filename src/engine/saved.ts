import type { NetworkParameters, StackSpec } from './types';

/**
 * One network of one learner, all training seeds one after the other: of each the numbers of
 * `NetworkParameters` in the order w1, b1, w2, b2, w3, b3, without any padding.
 */
export interface SavedNetwork {
  readonly online: Float32Array;
  /** Null where it has no target. */
  readonly target: Float32Array | null;
  /** Adam's moments without their factors (1 − β), as all stacks keep them. */
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** One learner as it stands. */
export interface SavedLearner {
  readonly networks: Readonly<Record<string, SavedNetwork>>;
  /** Live values, `[seeds]` each. */
  readonly hyper: Readonly<Record<string, Float32Array>>;
  /** `[seeds]`, 1 where it no longer learns. */
  readonly frozen: Uint8Array;
  /**
   * By term, `[seeds × k]`: what was summed since terms were read last, in as many parts a seed as the stack
   * keeps, whose mean is the sum.
   */
  readonly sums: Readonly<Record<string, Float64Array>>;
}

/** A stack between two steps, whole: plain data, structured-cloneable, the same of every implementation. */
export interface SavedStack {
  readonly seeds: number;
  /** Steps taken: Adam's corrections depend on it. */
  readonly steps: number;
  /** Steps taken since terms were read last. */
  readonly summed: number;
  readonly learners: Readonly<Record<string, SavedLearner>>;
}

const PARTS = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;

/** Sizes of a network. */
export interface NetworkSizes {
  readonly features: number;
  readonly width: number;
  readonly outputs: number;
}

function partSizes({ features, width, outputs }: NetworkSizes) {
  return {
    w1: features * width,
    b1: width,
    w2: width * width,
    b2: width,
    w3: width * outputs,
    b3: outputs,
  };
}

/** Numbers of one network of one seed. */
export function numbersOf(sizes: NetworkSizes): number {
  return Object.values(partSizes(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The networks of all seeds in one array. */
export function joinNetworks(seeds: readonly NetworkParameters[]): Float32Array {
  const parts = seeds.flatMap((network) => PARTS.map((part) => network[part]));
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The inverse of `joinNetworks`; views of `joined`. */
export function splitNetworks(joined: Float32Array, sizes: NetworkSizes): NetworkParameters[] {
  const each = partSizes(sizes);
  const count = numbersOf(sizes);
  return Array.from({ length: joined.length / count }, (_, seed) => {
    let at = seed * count;
    const part = (name: (typeof PARTS)[number]) => {
      at += each[name];
      return joined.subarray(at - each[name], at);
    };
    return {
      w1: part('w1'),
      b1: part('b1'),
      w2: part('w2'),
      b2: part('b2'),
      w3: part('w3'),
      b3: part('b3'),
    };
  });
}

/** Sums of one seed in `parts` parts, whose mean is the sum; as they are where that is how they were saved. */
export function sumsInParts(saved: Float64Array, seeds: number, parts: number): Float64Array {
  const found = saved.length / seeds;
  if (found === parts) return saved;
  return Float64Array.from({ length: seeds * parts }, (_, i) => {
    const seed = Math.floor(i / parts);
    let sum = 0;
    for (let p = 0; p < found; p++) sum += saved[seed * found + p];
    return sum / found;
  });
}

/** Live values, and who no longer learns (`learner seed`), as they are saved: by learner, copied. */
export function saveHyper(
  { learners, seeds }: Pick<StackSpec, 'learners' | 'seeds'>,
  values: Readonly<Record<string, Readonly<Record<string, Float32Array>>>>,
  frozen: ReadonlySet<string>,
): Record<string, Pick<SavedLearner, 'hyper' | 'frozen'>> {
  return Object.fromEntries(
    learners.map(({ id }) => [
      id,
      {
        hyper: mapValues(values[id], (own) => own.slice()),
        frozen: Uint8Array.from({ length: seeds }, (_, s) => Number(frozen.has(`${id} ${s}`))),
      },
    ]),
  );
}

/** Who no longer learns, as `saveHyper` takes it. */
export function frozenOf(learners: SavedStack['learners']): readonly string[] {
  return Object.entries(learners).flatMap(([id, { frozen }]) =>
    [...frozen].flatMap((is, seed) => (is === 1 ? [`${id} ${seed}`] : [])),
  );
}

function fail(sentence: string): never {
  throw new RangeError(`What was saved does not fit: ${sentence}.`);
}

function checkNames(where: string, found: object, expected: readonly string[]): void {
  const names = Object.keys(found);
  const missing = expected.find((name) => !names.includes(name));
  if (missing !== undefined) fail(`${where} lacks ${missing}`);
  const more = names.find((name) => !expected.includes(name));
  if (more !== undefined) fail(`${where} has ${more}, which is not in the stack`);
}

function checkLength(where: string, found: ArrayLike<number>, expected: number): void {
  if (found.length !== expected)
    fail(`${where} has ${found.length} numbers, the stack ${expected}`);
}

/**
 * Holds what was saved against the stack that is to take it up. Throws RangeError with a sentence that
 * says what does not fit.
 */
export function checkSaved(saved: SavedStack, spec: StackSpec): void {
  const { seeds, table, width } = spec;
  if (saved.seeds !== seeds) fail(`it has ${saved.seeds} seeds, the stack ${seeds}`);
  for (const count of ['steps', 'summed'] as const)
    if (!Number.isSafeInteger(saved[count]) || saved[count] < 0)
      fail(`${count} is ${saved[count]}`);
  if (saved.summed > saved.steps) fail(`${saved.summed} of ${saved.steps} steps are summed`);
  checkNames(
    'it',
    saved.learners,
    spec.learners.map(({ id }) => id),
  );
  for (const { id, networks, hyper, loss } of spec.learners) {
    const learner = saved.learners[id];
    checkLength(`${id}.frozen`, learner.frozen, seeds);
    checkNames(id, learner.hyper, Object.keys(hyper));
    for (const [name, values] of Object.entries(learner.hyper))
      checkLength(`${id}.${name}`, values, seeds);
    checkNames(`the loss of ${id}`, learner.sums, loss.names);
    for (const [name, sums] of Object.entries(learner.sums))
      if (sums.length === 0 || sums.length % seeds !== 0)
        fail(`${id}.${name} has ${sums.length} sums for ${seeds} seeds`);
    checkNames(
      id,
      learner.networks,
      networks.map(({ name }) => name),
    );
    for (const { name, outputs, target } of networks) {
      const network = learner.networks[name];
      const numbers = seeds * numbersOf({ features: table.features, width, outputs });
      if ((network.target === null) !== (target === undefined))
        fail(`${id}.${name} has ${network.target === null ? 'no target' : 'a target'}`);
      for (const part of ['online', 'target', 'first', 'second'] as const) {
        const values = network[part];
        if (values !== null) checkLength(`${id}.${name}.${part}`, values, numbers);
      }
    }
  }
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, make: (value: T) => R) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

/** The seeds `from` up to `to` (not included) of what was saved of more. */
export function savedSeeds(saved: SavedStack, from: number, to: number): SavedStack {
  const { seeds } = saved;
  const cut = <A extends Float32Array | Float64Array | Uint8Array>(values: A): A => {
    const each = values.length / seeds;
    return values.slice(from * each, to * each) as A;
  };
  return {
    ...saved,
    seeds: to - from,
    learners: mapValues(saved.learners, ({ networks, hyper, frozen, sums }) => ({
      networks: mapValues(networks, ({ online, target, first, second }) => ({
        online: cut(online),
        target: target && cut(target),
        first: cut(first),
        second: cut(second),
      })),
      hyper: mapValues(hyper, cut),
      frozen: cut(frozen),
      sums: mapValues(sums, cut),
    })),
  };
}

/** What was saved of several stacks of the same learners as of one, their seeds in their order. */
export function joinSaved(shares: readonly SavedStack[]): SavedStack {
  const [first] = shares;
  const join = <A extends Float32Array | Float64Array | Uint8Array>(
    read: (share: SavedStack) => A,
  ): A => {
    const parts = shares.map(read);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const joined = new (parts[0].constructor as new (length: number) => A)(length);
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  };
  const learners = Object.entries(first.learners).map(([id, learner]) => {
    const network = (name: string): SavedNetwork => {
      const part = (of: 'online' | 'first' | 'second') =>
        join((share) => share.learners[id].networks[name][of]);
      const target = learner.networks[name].target;
      return {
        online: part('online'),
        target: target && join((share) => share.learners[id].networks[name].target ?? target),
        first: part('first'),
        second: part('second'),
      };
    };
    const named = <T>(record: object, make: (name: string) => T) =>
      Object.fromEntries(Object.keys(record).map((name) => [name, make(name)]));
    return [
      id,
      {
        networks: named(learner.networks, network),
        hyper: named(learner.hyper, (name) => join((share) => share.learners[id].hyper[name])),
        frozen: join((share) => share.learners[id].frozen),
        sums: named(learner.sums, (name) => join((share) => share.learners[id].sums[name])),
      },
    ] as const;
  });
  return {
    ...first,
    seeds: shares.reduce((sum, { seeds }) => sum + seeds, 0),
    learners: Object.fromEntries(learners),
  };
}
