import type { Minibatch, NetworkStack } from '../engine/types';

/** Takes the training steps of a stack in turn, in parts where the stack allows it. */
export class Stepper {
  readonly #stack: NetworkStack;
  readonly #draw: (step: number) => Minibatch;
  #step = 0;
  #part = 0;
  #minibatch: Minibatch | null = null;

  /** @param draw the minibatch of a step, from 0. */
  constructor(stack: NetworkStack, draw: (step: number) => Minibatch) {
    this.#stack = stack;
    this.#draw = draw;
  }

  /** Steps that are complete. */
  get step(): number {
    return this.#step;
  }

  /** True while a step is begun and not complete: nothing may be asked of the stack then. */
  get midStep(): boolean {
    return this.#part > 0;
  }

  /** Goes on from another step; what is under way is given up. */
  seek(step: number): void {
    this.#step = step;
    this.#part = 0;
    this.#minibatch = null;
  }

  /** Takes the next part, or a whole step of a stack without parts; true where that completes a step. */
  advance(): boolean {
    this.#minibatch ??= this.#draw(this.#step);
    const { parts } = this.#stack;
    if (parts === undefined) this.#stack.step(this.#minibatch);
    else {
      parts.take(this.#minibatch, this.#part);
      this.#part = (this.#part + 1) % parts.count;
      if (this.#part > 0) return false;
    }
    this.#minibatch = null;
    this.#step += 1;
    return true;
  }
}
