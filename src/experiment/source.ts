import { buildBehavior } from '../data/behavior';
import { collect } from '../data/collect';
import { fits, type GivenShelf, givenBehavior, givenNotes } from '../data/given';
import { quoted } from '../data/text';
import type { Behavior, Dataset } from '../data/types';
import type { Mdp } from '../mdp/types';
import { dataNotes } from '../texts/dataNotes';
import { behaviorSpec } from './behavior';
import { neededData } from './settings/source';
import type { DataSource, Settings } from './types';

/** Rows before any edit, who acted in them, and where they come from. */
export interface Sourced {
  readonly behavior: Behavior;
  readonly transitions: Dataset;
  readonly source: DataSource;
  /** Sentences on why the rows are not those that were asked for, or how they differ from the world. */
  readonly warnings: readonly string[];
}

function collected(mdp: Mdp, settings: Settings): Omit<Sourced, 'warnings' | 'source'> {
  const collection = { size: settings['data.size'], seed: settings['data.seed'] };
  const behavior = buildBehavior(mdp, behaviorSpec(settings), collection);
  return { behavior, transitions: collect(mdp, behavior, collection) };
}

/**
 * The rows that settings ask for: collected by the behaviour, or those of a given dataset on the
 * shelf. Where that is not there, or is of another map, the rows are collected and a warning says so.
 *
 * @throws BehaviorError where the behaviour does not fit the world.
 */
export function sourceOf(settings: Settings, mdp: Mdp, shelf: GivenShelf): Sourced {
  const hash = neededData(settings);
  if (hash === null) {
    return { ...collected(mdp, settings), source: { kind: 'collected' }, warnings: [] };
  }
  const data = shelf.get(hash);
  if (data === undefined) {
    const warning = dataNotes().missing(hash);
    return {
      ...collected(mdp, settings),
      source: { kind: 'missing', hash },
      warnings: [warning],
    };
  }
  const { label, kind: origin, map, behaviorKnown } = data;
  if (!fits(mdp, data)) {
    const warning = dataNotes().otherMap(quoted(label), map.length, map[0].length);
    return {
      ...collected(mdp, settings),
      source: { kind: 'misfit', hash, label, origin, map },
      warnings: [warning],
    };
  }
  return {
    behavior: givenBehavior(data),
    transitions: data.transitions,
    source: { kind: 'given', hash, label, origin, behaviorKnown },
    warnings: givenNotes(mdp, data),
  };
}
