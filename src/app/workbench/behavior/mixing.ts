import {
  type MIXTURE_KINDS,
  type MixturePart,
  type MixtureSpec,
  printMixture,
  readMixture,
} from '../../../data/mixture';

/** Parts of a mixture's setting, in their order. */
export function partsOf(text: string): readonly MixturePart[] {
  return readMixture(text).value;
}

/** Share of the episodes of each part, in [0, 1]; 0 where no part has a weight. */
export function sharesOf(parts: readonly MixturePart[]): readonly number[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map(({ weight }) => (total > 0 ? weight / total : 0));
}

/** A component of a kind with the numbers that it begins with. */
export function specOf(kind: (typeof MIXTURE_KINDS)[number]): MixtureSpec {
  switch (kind) {
    case 'epsilon-greedy':
      return { kind, epsilon: 0.3 };
    case 'softmax':
      return { kind, temperature: 0.1 };
    case 'directional':
      return { kind, direction: 'right', strength: 0.5 };
    default:
      return { kind };
  }
}

/** Parts with one in another place; as they were where there is no such place. */
export function moved(
  parts: readonly MixturePart[],
  from: number,
  to: number,
): readonly MixturePart[] {
  if (to < 0 || to >= parts.length) return parts;
  const next = parts.filter((_, index) => index !== from);
  next.splice(to, 0, parts[from]);
  return next;
}

/** The text of parts; null where none has a weight, which is no mixture. */
export function mixtureText(parts: readonly MixturePart[]): string | null {
  return parts.some(({ weight }) => weight > 0) ? printMixture(parts) : null;
}
