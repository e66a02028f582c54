import type { ComponentType } from 'react';
import type { Snapshot, Truth } from '../../experiment/types';
import type { Table } from '../pictures/table';
import type { InstanceView } from '../state/instances';
import type { Model } from '../state/model';
import type { Shown } from '../state/seeds';
import type { Scheme } from '../theme/palette';
import type { Reference } from './LiveLayer';
import type { MoreReturns } from './panels';
import type { Line } from './series';
import type { Zones } from './Zones';

/** What the numbers of a picture are taken from. */
export interface Measured {
  /** By ascending step. */
  readonly snapshots: readonly Snapshot[];
  /** That of the moment shown; null before the first. */
  readonly snapshot: Snapshot | null;
  /** The training seed of place 0. */
  readonly first: number;
  /** What a picture's name says beyond the chart: the term of a loss. */
  readonly detail: string;
}

/** What a chart's numbers are taken from at a moment; `detail` as in {@link Measured}. */
export function measuredIn({ series, snapshot, settings }: Model, detail = ''): Measured {
  return { snapshots: series.snapshots, snapshot, first: settings['train.seed'], detail };
}

/** What every chart has: its name in pictures and files, and its numbers in full precision. */
export interface Chart {
  readonly picture: string;
  readonly table: (measured: Measured) => Table;
}

/** What all charts of lines that stand together have in common. */
export interface LineLook {
  readonly steps: number;
  readonly spacing: number;
  readonly scheme: Scheme;
  readonly highlighted: string | null;
  /** Room for the names of the lines. */
  readonly gutter: number;
  readonly height: number;
}

/** A chart of lines over training steps, that stands by itself. */
export interface LineChart extends Chart {
  readonly words: () => {
    readonly title: string;
    readonly name: string;
    readonly note: string;
    readonly noteOfSeeds: (seeds: number) => string;
  };
  readonly lines: (
    snapshots: readonly Snapshot[],
    instances: readonly InstanceView[],
    scheme: Scheme,
    more?: MoreReturns,
  ) => readonly Line[];
  /** Ends of the value axis; `range` is that of the maps. */
  readonly axis: (truth: Truth, range: number) => readonly [number, number];
  /** About so many ticks between the ends. */
  readonly ticks: (axis: readonly [number, number], count: number) => readonly number[];
  readonly tickText: (value: number) => string;
  readonly references: (truth: Truth) => readonly Reference[];
  /** What it means to lie above 0 and below it, where that is worth a word. */
  readonly zones?: () => Zones;
}

export interface TabChartProps {
  readonly snapshots: readonly Snapshot[];
  /** Changes whenever `snapshots` does. */
  readonly version: number;
  /** What was measured at the moment shown. */
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly valueRange: number;
  readonly shown: Shown;
  readonly scheme: Scheme;
  /** What all charts of lines beside it have in common. */
  readonly look: LineLook;
  /** Which of its `details` is shown. */
  readonly detail: string;
  readonly onDetail: (detail: string) => void;
}

/** A chart behind a tab: one file for its component, one line in the registry. */
export interface TabChart extends Chart {
  readonly id: string;
  readonly label: () => string;
  readonly Component: ComponentType<TabChartProps>;
  /** Of what it shows one at a time, where it does: terms of losses. */
  readonly details?: (snapshots: readonly Snapshot[]) => readonly string[];
  /** What people call its picture; the label where it is left out. */
  readonly pictureName?: (detail: string) => string;
}
