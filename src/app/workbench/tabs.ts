import { Database, Eye, FolderOpen, Grid3x3, Joystick, Microscope, Signpost } from 'lucide-react';
import type { ComponentType } from 'react';
import { tabs } from '../../texts/tabs';
import { part } from '../part/part';

/** A tab of the workbench: one file for its component, one line in the registry below. */
export interface WorkbenchTab {
  readonly id: string;
  readonly label: () => string;
  /** Words of the button on the page that opens it; the label where it is left out. */
  readonly opener?: () => string;
  readonly icon: ComponentType<{ readonly size?: number }>;
  /** Loaded when the tab is first shown, so that nothing of it weighs on the first screen. */
  readonly Component: ComponentType;
}

/** The tabs, in their order. */
export const WORKBENCH_TABS: readonly WorkbenchTab[] = [
  {
    id: 'world',
    label: () => tabs().world,
    opener: () => tabs().editWorld,
    icon: Grid3x3,
    Component: part(() => import('./world/WorldTab')),
  },
  {
    id: 'behavior',
    label: () => tabs().behavior,
    icon: Signpost,
    Component: part(() => import('./behavior/BehaviorTab')),
  },
  {
    id: 'play',
    label: () => tabs().play,
    icon: Joystick,
    Component: part(() => import('./play/PlayTab')),
  },
  {
    id: 'data',
    label: () => tabs().data,
    opener: () => tabs().inspectData,
    icon: Database,
    Component: part(() => import('./data/DataTab')),
  },
  {
    id: 'files',
    label: () => tabs().files,
    opener: () => tabs().importExport,
    icon: FolderOpen,
    Component: part(() => import('./files/FilesTab')),
  },
  {
    id: 'microscope',
    label: () => tabs().microscope,
    icon: Microscope,
    Component: part(() => import('./microscope/MicroscopeTab')),
  },
  {
    id: 'oracle',
    label: () => tabs().oracle,
    icon: Eye,
    Component: part(() => import('./oracle/OracleTab')),
  },
];
