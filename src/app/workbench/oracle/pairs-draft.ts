import { settingOf } from '../../../experiment/settings/describe';
import {
  instanceKind,
  instanceSettings,
  instancesOn,
} from '../../../experiment/settings/instances';
import type { Settings } from '../../../experiment/types';
import { methodOf } from '../../../learners/method';
import { takesTruth } from '../../../learners/oracle';
import { oracle } from '../../../texts/oracle';
import { perPlayground } from '../../state/per-playground';
import { actingCells, keyOfCell } from '../behavior/painting';
import type { Stroke } from '../history';
import { MapDraft, type PlaygroundPart } from '../map-draft';
import {
  type PaintedPairs,
  type PairBrush,
  painted,
  pairsOf,
  strokeCells,
  textOf,
  toggled,
} from './pairs';

const PAIRS = 'oracle.pairs';

/** The instances that are on and have a target that truth may be put into. */
export function operable(settings: Settings): readonly string[] {
  return instancesOn(settings).filter((id) => {
    const kind = instanceKind(id);
    return kind !== null && takesTruth(methodOf(kind, instanceSettings(settings, id)));
  });
}

/** Where truth is put in as it is being painted. */
export class PairsDraft extends MapDraft<PaintedPairs, PairBrush> {
  constructor(playground: PlaygroundPart) {
    super(playground, {
      key: PAIRS,
      owns: (key) => key === PAIRS || key.endsWith('.oracle'),
      read: pairsOf,
      brush: 'all',
      words: () => ({ other: oracle().steps.other, givenUp: oracle().givenUp }),
    });
  }

  protected override led(stroke: Stroke<PaintedPairs>, cell: number): PaintedPairs {
    const { drawn, map, brush } = this.state;
    const isLine = stroke.shape === 'line';
    const cells = strokeCells(map[0].length, stroke.shape, isLine ? stroke.at : stroke.from, cell);
    return painted(isLine ? drawn : stroke.before, map, brush, cells);
  }

  protected override keep(pairs: PaintedPairs): void {
    const t = oracle().steps;
    this.paint(pairs, this.state.brush === 'erase' ? t.erased : t.painted);
  }

  /**
   * The painted pairs replaced, as one step. Where nobody takes them yet, all learners take them in whose targets
   * nothing is put so far.
   */
  paint(pairs: PaintedPairs, name: string): void {
    const { settings } = this;
    const text = textOf(pairs);
    if (text === settings[PAIRS]) return;
    const keys = operable(settings).map((id) => `${id}.oracle`);
    const isTaken = keys.some((key) => settingOf(settings, key) === 'painted');
    const turned =
      text === '' || isTaken ? [] : keys.filter((key) => settingOf(settings, key) === 'none');
    this.set({ [PAIRS]: text, ...Object.fromEntries(turned.map((key) => [key, 'painted'])) }, name);
  }

  /** The marked cell with a brush. */
  paintCursor(brush: PairBrush): void {
    const { drawn: pairs, map, cursor } = this.state;
    const t = oracle().steps;
    this.paint(painted(pairs, map, brush, [cursor]), brush === 'erase' ? t.erased : t.painted);
    this.sayPlace();
  }

  /** A pair of the marked cell painted, or bare again. */
  toggle(action: number): void {
    const { drawn: pairs, map, cursor } = this.state;
    const next = toggled(pairs, map, cursor, action);
    this.paint(next, oracle().steps.toggled);
    this.sayPlace();
  }

  override sayPlace(): void {
    const { map, cursor, drawn: pairs } = this.state;
    const columns = map[0].length;
    const actions = actingCells(map)[cursor] ? (pairs.get(keyOfCell(cursor, columns)) ?? []) : null;
    this.store.setState({
      said: oracle().sayCell(Math.floor(cursor / columns) + 1, (cursor % columns) + 1, actions),
    });
  }
}

/** The draft of a playground: one as long as the page lives, so that closing the workbench loses nothing. */
export const pairsDraftOf = perPlayground(
  (playground: PlaygroundPart) => new PairsDraft(playground),
);
