/** Types of WebAssembly numbers by their codes. */
export const TYPE = { i32: 0x7f, f32: 0x7d, f64: 0x7c } as const;
export type NumberType = keyof typeof TYPE;

/** Instructions without immediates by their names in the text format. */
const PLAIN = {
  end: 0x0b,
  select: 0x1b,
  'i32.eqz': 0x45,
  'i32.eq': 0x46,
  'i32.lt_s': 0x48,
  'f32.lt': 0x5d,
  'f32.gt': 0x5e,
  'f32.le': 0x5f,
  'i32.add': 0x6a,
  'i32.mul': 0x6c,
  'i32.or': 0x72,
  'i32.shl': 0x74,
  'f32.abs': 0x8b,
  'f32.neg': 0x8c,
  'f32.add': 0x92,
  'f32.sub': 0x93,
  'f32.mul': 0x94,
  'f32.div': 0x95,
  'f32.min': 0x96,
  'f32.max': 0x97,
  'f64.add': 0xa0,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f64.promote_f32': 0xbb,
} as const;
export type Instruction = keyof typeof PLAIN;

/** Loads and stores, which take an address from the stack and add a constant to it. */
const MEMORY = {
  'i32.load': [0x28, 2],
  'f32.load': [0x2a, 2],
  'i32.load8_u': [0x2d, 0],
  'f32.store': [0x38, 2],
  'f64.store': [0x39, 3],
} as const;

/** An unsigned number in LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low + 128);
  } while (rest !== 0);
  return bytes;
}

/** A 32-bit number with its sign in LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const done = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0);
    bytes.push(done ? low : low + 128);
    if (done) return bytes;
  }
}

function float(value: number, size: 4 | 8): number[] {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  return [...new Uint8Array(view.buffer)];
}

/** The body of one function without results. */
export class FunctionBody {
  readonly #code: number[] = [];
  readonly #locals: NumberType[] = [];
  readonly #parameters: number;

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  /** A new local, zero at first. */
  local(type: NumberType): number {
    this.#locals.push(type);
    return this.#parameters + this.#locals.length - 1;
  }

  do(...instructions: readonly Instruction[]): this {
    for (const instruction of instructions) this.#code.push(PLAIN[instruction]);
    return this;
  }

  get(local: number): this {
    this.#code.push(0x20, ...unsigned(local));
    return this;
  }

  set(local: number): this {
    this.#code.push(0x21, ...unsigned(local));
    return this;
  }

  integer(value: number): this {
    this.#code.push(0x41, ...signed(value));
    return this;
  }

  single(value: number): this {
    this.#code.push(0x43, ...float(value, 4));
    return this;
  }

  double(value: number): this {
    this.#code.push(0x44, ...float(value, 8));
    return this;
  }

  /** Loads from, or stores to, the address on the stack plus `offset` bytes. */
  memory(instruction: keyof typeof MEMORY, offset: number): this {
    const [code, alignment] = MEMORY[instruction];
    this.#code.push(code, alignment, ...unsigned(offset));
    return this;
  }

  /** Fills memory: address, value and count of bytes lie on the stack. */
  fill(): this {
    this.#code.push(0xfc, 0x0b, 0x00);
    return this;
  }

  call(index: number): this {
    this.#code.push(0x10, ...unsigned(index));
    return this;
  }

  /** Repeats what `body` writes while the number that it leaves is not 0. */
  loop(body: () => void): this {
    this.#code.push(0x03, 0x40);
    body();
    this.#code.push(0x0d, 0x00);
    return this.do('end');
  }

  bytes(): number[] {
    const locals = this.#locals.flatMap((type) => [1, TYPE[type]]);
    const body = [...unsigned(this.#locals.length), ...locals, ...this.#code, PLAIN.end];
    return [...unsigned(body.length), ...body];
  }
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...unsigned(bytes.length), ...bytes];
}

/** Functions that an emitted module imports, in the order of their indices: f32 → f32 each. */
export const IMPORTS = ['exponential', 'logarithm'] as const;

/**
 * A module with one exported function `run` of `parameters` 32-bit integers, on an imported memory
 * `host.memory`, with the functions of `IMPORTS`.
 */
export function moduleOf(body: FunctionBody, parameters: number): Uint8Array<ArrayBuffer> {
  const types = [
    ...[0x60, 1, TYPE.f32, 1, TYPE.f32],
    ...[0x60, parameters, ...Array<number>(parameters).fill(TYPE.i32), 0],
  ];
  const imports = [
    [...name('host'), ...name('memory'), 0x02, 0x00, 0x01],
    ...IMPORTS.map((own) => [...name('host'), ...name(own), 0x00, 0x00]),
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [2, ...types]),
    ...section(2, [...unsigned(imports.length), ...imports.flat()]),
    ...section(3, [1, 1]),
    ...section(7, [1, ...name('run'), 0x00, ...unsigned(IMPORTS.length)]),
    ...section(10, [1, ...body.bytes()]),
  ]);
}
