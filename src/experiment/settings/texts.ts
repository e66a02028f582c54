import { printEdits, readEdits } from '../../data/edits';
import { printMixture, readMixture } from '../../data/mixture';
import { printPainted, readPainted } from '../../data/painted';
import { printPairs, readPairs } from '../../data/pairs';
import { quoted } from '../../data/text';
import { parseMap, WorldError } from '../../mdp/world';
import { notices } from '../../texts/notices';

/** A text as it is kept, and a clause for everything in it that was put right. */
interface Kept {
  readonly value: string;
  readonly faults: readonly string[];
}

/** Faults of one text that are spelled out; the others are counted. */
const SPELLED_OUT = 3;

function summed(faults: readonly string[]): readonly string[] {
  const more = faults.length - SPELLED_OUT;
  if (more <= 0) return faults;
  return [...faults.slice(0, SPELLED_OUT), notices().moreEntries(more)];
}

/** A map with its rows joined by “/”, or nothing where it is no world, with what is wrong and where. */
function keepMap(text: string): Kept {
  if (text.trim() === '') return { value: '', faults: [] };
  try {
    return { value: parseMap(text).join('/'), faults: [] };
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    return { value: '', faults: [notices().mapRefused(error.message)] };
  }
}

function keepPainted(text: string): Kept {
  const { value, faults } = readPainted(text);
  return { value: printPainted(value), faults: summed(faults) };
}

function keepPairs(text: string): Kept {
  const { value, faults } = readPairs(text);
  return { value: printPairs(value), faults: summed(faults) };
}

function keepMixture(text: string, fallback: string): Kept {
  const { value, faults } = readMixture(text);
  if (value.length > 0) return { value: printMixture(value), faults: summed(faults) };
  const [last, ...others] = [...faults].reverse();
  return {
    value: fallback,
    faults: [...summed(others.reverse()), notices().mixtureRefused(last, fallback)],
  };
}

function keepEdits(text: string): Kept {
  const { value, faults } = readEdits(text);
  return { value: printEdits(value), faults: summed(faults) };
}

const HASH = /^[0-9a-f]{16}$/;

function keepHash(text: string): Kept {
  const hash = text.trim().toLowerCase();
  if (hash === '' || HASH.test(hash)) return { value: hash, faults: [] };
  return {
    value: '',
    faults: [notices().notHash(quoted(text))],
  };
}

const GRAMMARS: Readonly<Record<string, (text: string, fallback: string) => Kept>> = {
  'world.map': keepMap,
  'behavior.painted': keepPainted,
  'behavior.mixture': keepMixture,
  'data.edits': keepEdits,
  'oracle.pairs': keepPairs,
  'data.file': keepHash,
};

/**
 * A text setting as it is kept: written the one way its grammar prints it, without what could not be
 * read, of which every clause tells. A text that is kept as it is comes back unchanged; a setting
 * without a grammar of its own keeps whatever is given. Never throws.
 */
export function keepText(key: string, text: string, fallback: string): Kept {
  const grammar = Object.hasOwn(GRAMMARS, key) ? GRAMMARS[key] : undefined;
  return grammar ? grammar(text, fallback) : { value: text, faults: [] };
}
