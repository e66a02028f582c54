import { ACTIONS, type ActionName } from '../mdp/types';
import { grammars } from '../texts/grammars';
import { decimal, quoted, type Reading } from './text';

/** Legal numbers of a mixture, both bounds included. */
export const MIXTURE_RANGES = {
  weight: { min: 0, max: 1000 },
  epsilon: { min: 0, max: 1 },
  temperature: { min: 0.001, max: 100 },
  strength: { min: 0, max: 1 },
} as const;

/** Components of a mixture at most. */
export const MOST_COMPONENTS = 12;

/** Characters of a mixture at most: more than the longest text of as many components. */
export const MIXTURE_LENGTH = 1000;

/** Who acts in a component; `painted` is the painted policy of the same settings. */
export type MixtureSpec =
  | { readonly kind: 'uniform' | 'medium' | 'expert' }
  | { readonly kind: 'painted' }
  | { readonly kind: 'epsilon-greedy'; readonly epsilon: number }
  | { readonly kind: 'softmax'; readonly temperature: number }
  | { readonly kind: 'directional'; readonly direction: ActionName; readonly strength: number };

/** One component of a mixture: its weight among the others is its share of the episodes. */
export interface MixturePart {
  readonly weight: number;
  readonly spec: MixtureSpec;
}

/** The kinds a mixture may hold, as its text names them. */
export const MIXTURE_KINDS = [
  'uniform',
  'epsilon-greedy',
  'softmax',
  'directional',
  'medium',
  'expert',
  'painted',
] as const satisfies readonly MixtureSpec['kind'][];

const ENTRY = /^(?:([^*]*)\*)?\s*([a-z-]+)\s*(?:\(([^()]*)\))?$/i;

/** Clauses about one entry, and the number in the place where it was asked for. */
class Entry {
  readonly faults: string[] = [];

  constructor(private readonly text: string) {}

  /** A number of a range, the nearest bound where it is outside; null where there is none. */
  number(given: string, name: keyof typeof MIXTURE_RANGES): number | null {
    const value = decimal(given);
    if (Number.isNaN(value)) return null;
    const { min, max } = MIXTURE_RANGES[name];
    const used = Math.min(max, Math.max(min, value)) + 0;
    if (used !== value) {
      this.fault(grammars().outsideUsed(name, min, max, used));
    }
    return used;
  }

  fault(why: string): null {
    this.faults.push(grammars().entry(quoted(this.text), why));
    return null;
  }
}

function readSpec(entry: Entry, kind: string, given: readonly string[]): MixtureSpec | null {
  const { leftOut, written: writtenAs } = grammars();
  const written = (as: string) => entry.fault(leftOut(writtenAs(as)));
  switch (kind) {
    case 'uniform':
    case 'medium':
    case 'expert':
    case 'painted':
      return given.length === 0 ? { kind } : written(kind);
    case 'epsilon-greedy': {
      const epsilon = given.length === 1 ? entry.number(given[0], 'epsilon') : null;
      return epsilon === null ? written('epsilon-greedy(0.3)') : { kind, epsilon };
    }
    case 'softmax': {
      const temperature = given.length === 1 ? entry.number(given[0], 'temperature') : null;
      return temperature === null ? written('softmax(0.1)') : { kind, temperature };
    }
    case 'directional': {
      const direction = ACTIONS.find((action) => action === given[0]?.trim().toLowerCase());
      const strength = given.length === 2 ? entry.number(given[1], 'strength') : null;
      return direction === undefined || strength === null
        ? written('directional(right,0.5)')
        : { kind, direction, strength };
    }
    default:
      return entry.fault(grammars().notComponent(MIXTURE_KINDS.join(', ')));
  }
}

function readPart(text: string): { part: MixturePart | null; faults: readonly string[] } {
  const entry = new Entry(text);
  const match = ENTRY.exec(text);
  if (match === null) {
    entry.fault(grammars().componentWritten);
    return { part: null, faults: entry.faults };
  }
  const weight = match[1] === undefined ? 1 : entry.number(match[1], 'weight');
  if (weight === null) {
    entry.fault(grammars().notWeight(quoted(match[1])));
    return { part: null, faults: entry.faults };
  }
  const given = match[3] === undefined || match[3].trim() === '' ? [] : match[3].split(',');
  const spec = readSpec(entry, match[2].toLowerCase(), given);
  return { part: spec === null ? null : { weight, spec }, faults: entry.faults };
}

/**
 * The components that a text says: `weight*kind(arguments)` joined by `+`, such as
 * `2*epsilon-greedy(0.3)+1*expert+1*painted`; a weight left out is 1. Numbers out of range are
 * brought to the nearest bound, what is no component is left out, and a fault names it. Nothing is
 * left where no component has a weight. Never throws.
 */
export function readMixture(text: string): Reading<readonly MixturePart[]> {
  const faults: string[] = [];
  const parts: MixturePart[] = [];
  const entries = text
    .split('+')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    const { part, faults: found } = readPart(entry);
    faults.push(...found);
    if (part === null) continue;
    if (parts.length < MOST_COMPONENTS) parts.push(part);
    else faults.push(grammars().mostComponents(MOST_COMPONENTS, quoted(entry)));
  }
  if (parts.some(({ weight }) => weight > 0)) return { value: parts, faults };
  return { value: [], faults: [...faults, grammars().noComponent] };
}

function printSpec(spec: MixtureSpec): string {
  switch (spec.kind) {
    case 'epsilon-greedy':
      return `${spec.kind}(${spec.epsilon})`;
    case 'softmax':
      return `${spec.kind}(${spec.temperature})`;
    case 'directional':
      return `${spec.kind}(${spec.direction},${spec.strength})`;
    default:
      return spec.kind;
  }
}

/** The text of components; `readMixture` gives them back. */
export function printMixture(parts: readonly MixturePart[]): string {
  return parts.map(({ weight, spec }) => `${weight}*${printSpec(spec)}`).join('+');
}
