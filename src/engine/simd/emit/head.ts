import { ancestors, constantOf, type LossNode } from '../../loss/graph';
import type { StackLoss } from '../../loss/loss';
import { type RowLoss, type RowMean, rowLoss } from '../../loss/rows';
import type { Address } from '../module';
import { FunctionBody, moduleOf } from './binary';
import { type LossPlaces, NodeEmitter, PARAMETERS } from './nodes';

/** Where the gradient of a network's outputs goes, laid out as the outputs are. */
export interface GradientRows {
  readonly name: string;
  readonly address: Address;
  readonly outputs: number;
  readonly stride: number;
}

/** What a head is made for, once for a stack. */
export interface HeadPlaces extends LossPlaces {
  readonly batch: number;
  readonly gradients: readonly GradientRows[];
  /** `f64`, one a term in the order of the loss's names. */
  readonly terms: Address;
}

/**
 * Means that one loop over the rows computes: those whose gradients meet in no network. What terms ask of
 * the same network is added term by term, as it would be from separate losses.
 */
function loopsOf(means: readonly RowMean[]): readonly (readonly RowMean[])[] {
  const loops: { readonly means: RowMean[]; readonly networks: Set<string> }[] = [];
  for (const mean of means) {
    const networks = mean.gradients.map(({ network }) => network);
    const last = loops.at(-1);
    const meets = last === undefined || networks.some((name) => last.networks.has(name));
    const loop = meets ? { means: [], networks: new Set<string>() } : last;
    if (loop !== last) loops.push(loop);
    loop.means.push(mean);
    for (const name of networks) loop.networks.add(name);
  }
  return loops.map((loop) => loop.means);
}

/** Means that count alike in every term are summed together: their places by what they have in common. */
function sumsOf({ means, terms }: RowLoss): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>();
  means.forEach((_, place) => {
    const counts = terms.map((term) =>
      term.means.filter((mean) => mean.place === place).map(({ weight }) => weight.id),
    );
    const key = JSON.stringify(counts);
    sums.set(key, [...(sums.get(key) ?? []), place]);
  });
  return sums;
}

class HeadEmitter {
  readonly #loss: RowLoss;
  readonly #places: HeadPlaces;
  readonly #code = new FunctionBody(PARAMETERS.length);
  readonly #row = this.#code.local('i32');
  readonly #nodes: NodeEmitter;
  /** The local that sums up a mean, by its place. */
  readonly #sums: number[] = [];

  constructor(loss: StackLoss, places: HeadPlaces) {
    this.#loss = rowLoss(loss);
    this.#places = places;
    this.#nodes = new NodeEmitter(this.#code, places, this.#row);
  }

  module(): Uint8Array<ArrayBuffer> {
    const { means, terms } = this.#loss;
    this.#clear();
    const asked = [
      ...means.flatMap(({ value, gradients }) => [
        value,
        ...gradients.flatMap(({ all, at }) => [
          ...(all ? [all] : []),
          ...at.flatMap(({ action, value: own }) => [action, own]),
        ]),
      ]),
      ...terms.flatMap((term) => term.means.map(({ weight }) => weight)),
    ];
    this.#nodes.prepare(ancestors(asked));
    const sums = [...sumsOf(this.#loss).values()];
    for (const places of sums) {
      const sum = this.#code.local('f64');
      for (const place of places) this.#sums[place] = sum;
    }
    for (const loop of loopsOf(means)) this.#loop(loop);
    this.#store(sums);
    return moduleOf(this.#code, PARAMETERS.length);
  }

  /** Zeroes the gradients of all states, which the rows are then added to. */
  #clear(): void {
    for (const { address, stride } of this.#places.gradients) {
      const rows = PARAMETERS.indexOf('rows');
      this.#code.integer(address).integer(0).get(rows).integer(stride).do('i32.mul').fill();
    }
  }

  #loop(means: readonly RowMean[]): void {
    const code = this.#code;
    this.#nodes.nextLoop();
    code.integer(0).set(this.#row);
    code.loop(() => {
      for (const mean of means) this.#mean(mean);
      code.get(this.#row).integer(1).do('i32.add').set(this.#row);
      code.get(this.#row).integer(this.#places.batch).do('i32.lt_s');
    });
  }

  #mean(mean: RowMean): void {
    const code = this.#code;
    const sum = this.#sums[this.#loss.means.indexOf(mean)];
    const value = this.#nodes.one(mean.value);
    code.get(sum).get(value).do('f64.promote_f32', 'f64.add').set(sum);
    for (const { network, all, at } of mean.gradients) {
      const rows = this.#places.gradients.find(({ name }) => name === network);
      if (rows === undefined) throw new RangeError(`There is no network ${network}.`);
      const offset = this.#nodes.offset('state', rows.stride);
      if (all !== null) this.#addAll(all, rows, offset);
      for (const { action, value: own } of at) this.#addAt(action, own, rows, offset);
    }
  }

  #addAll(all: LossNode, { address, outputs }: GradientRows, offset: number): void {
    this.#nodes.of(all);
    for (let a = 0; a < outputs; a++) {
      const place = address + 4 * a;
      this.#code.get(offset).get(offset).memory('f32.load', place);
      this.#share(this.#nodes.at(all, a)).do('f32.add').memory('f32.store', place);
    }
  }

  #addAt(action: LossNode, value: LossNode, { address }: GradientRows, offset: number): void {
    const code = this.#code;
    const chosen = this.#nodes.one(action);
    const own = this.#nodes.one(value);
    const place = code.local('i32');
    code.get(offset).get(chosen).integer(2).do('i32.shl', 'i32.add').set(place);
    code.get(place).get(place).memory('f32.load', address);
    this.#share(own).do('f32.add').memory('f32.store', address);
  }

  /** Leaves on the stack what a row's gradient is of the minibatch's. */
  #share(local: number): FunctionBody {
    return this.#code
      .get(local)
      .single(1 / this.#places.batch)
      .do('f32.mul');
  }

  #store(sums: readonly (readonly number[])[]): void {
    const code = this.#code;
    for (const sum of new Set(this.#sums)) {
      code.get(sum).double(this.#places.batch).do('f64.div').set(sum);
    }
    this.#loss.terms.forEach(({ means }, t) => {
      code.integer(0).double(0);
      for (const [first] of sums) {
        // Each of those that are summed together counts alike: the first speaks for all.
        for (const { weight } of means.filter(({ place }) => place === first)) {
          code.get(this.#sums[first]);
          if (constantOf(weight) !== 1) {
            code.get(this.#nodes.one(weight)).do('f64.promote_f32', 'f64.mul');
          }
          code.do('f64.add');
        }
      }
      code.memory('f64.store', this.#places.terms + 8 * t);
    });
  }
}

/**
 * A loss as a WebAssembly module: outputs to output gradients and terms, for the minibatch of one seed. Its
 * function `run` takes where the seed's hyper-parameters lie, where its drawn actions lie, and how many
 * distinct states there are.
 */
export function emitHead(loss: StackLoss, places: HeadPlaces): Uint8Array<ArrayBuffer> {
  return new HeadEmitter(loss, places).module();
}
