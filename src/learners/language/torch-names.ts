import type { Program } from './tree';

const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield';
/** What printed code takes for itself: the row, and what the notebook and Python give. */
const TAKEN =
  's a r s2 d drawn nets batch options torch F math pick only greedy abs float max min range sum loss_of readout_of GAMMA SEEN';

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

function greek(letter: string): string {
  const word = GREEK[letter.toLowerCase()] ?? letter;
  return letter === letter.toLowerCase() ? word : `${word[0].toUpperCase()}${word.slice(1)}`;
}

/**
 * A name as Python can have it: Greek letters in words, no bars and dots, other letters as they are. Scripts
 * that still get new letters are left out, since a Python may be older than them.
 */
function spelt(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{M}/gu, '')
    .replace(/′$/, '_next')
    .replace(/[Α-Ωα-ω]/g, (letter, at: number) => `${at > 0 ? '_' : ''}${greek(letter)}`)
    .replace(/[^\p{ID_Continue}]|[^ -\u07ff\u3040-\u9fff\uac00-\ud7a3]/gu, '_');
  return /^[\p{ID_Start}_]/u.test(plain) ? plain : `x_${plain}`;
}

/** Gives every name of a program one of its own in Python. */
export class TorchNames {
  readonly #used: Set<string>;
  readonly #known = new Map<string, string>();

  /** @param reserved words that the printed code takes for itself besides the usual ones. */
  constructor({ networks, policies, knobs }: Program, reserved: readonly string[] = []) {
    this.#used = new Set([...KEYWORDS.split(' '), ...TAKEN.split(' '), ...reserved]);
    for (const { name, target } of networks) {
      this.of(name);
      if (target !== null) this.of(target, `${spelt(name)}_target`);
    }
    for (const { name } of [...policies, ...knobs]) this.of(name);
  }

  /** The Python name of a name, or of whatever else has a key of its own and is to be called so. */
  of(key: string, wanted = spelt(key)): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let name = wanted;
    for (let i = 2; this.#used.has(name); i++) name = i === 2 ? `${wanted}_` : `${wanted}_${i}`;
    this.#used.add(name);
    this.#known.set(key, name);
    return name;
  }
}
