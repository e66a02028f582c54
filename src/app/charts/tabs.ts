import { charts } from '../../texts/charts';
import { download } from '../../texts/download';
import { boundTable, classTable, gapTable, lossTable } from '../pictures/measure-tables';
import { BoundMeter } from './BoundMeter';
import type { TabChart } from './chart';
import { ErrorByClass } from './ErrorByClass';
import { GapByClass } from './GapByClass';
import { LossLines } from './LossLines';
import { lossName, lossTerms } from './panels';

/** The charts behind tabs, in their order: a file each, and its lines here. */
export const TAB_CHARTS: readonly TabChart[] = [
  {
    id: 'class',
    label: () => charts().tabs.class,
    Component: ErrorByClass,
    picture: 'class',
    table: ({ snapshot, first }) => classTable(snapshot, first),
  },
  {
    id: 'gap',
    label: () => charts().tabs.gap,
    Component: GapByClass,
    picture: 'gap',
    table: ({ snapshot, first }) => gapTable(snapshot, first),
  },
  {
    id: 'bound',
    label: () => charts().tabs.bound,
    Component: BoundMeter,
    picture: 'bound',
    table: ({ snapshot, first }) => boundTable(snapshot, first),
  },
  {
    id: 'losses',
    label: () => charts().tabs.losses,
    Component: LossLines,
    picture: 'loss',
    table: ({ snapshots, first, detail }) => lossTable(snapshots, first, detail),
    details: lossTerms,
    pictureName: (term) => download().losses(lossName(term)),
  },
];
