import { ActionIcon } from '@mantine/core';
import { Download as Icon } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { download } from '../../texts/download';
import type { Layer } from '../map/layer';
import { part } from '../part/part';
import type { MapRanges } from '../state/grid';
import type { Model } from '../state/model';
import type { Table } from './table';

const Menu = part<DownloadProps & { readonly children: ReactElement }>(
  () => import('./DownloadMenu'),
  { over: true, waiting: ({ children }) => children },
);

export interface DownloadProps {
  /**
   * Which picture: a name for files such as `error` or `map:dqn`. What is drawn is the nearest element
   * around the button that has `data-picture`, or else section, article or figure, unless
   * `sources.tsx` says more about this name.
   */
  readonly of: string;
  /** What people call it. */
  readonly name: string;
  /** The numbers behind it at a moment, where `sources.tsx` does not know them; throws NothingToSave. */
  readonly table?: (model: Model) => Table;
  /** The scale of a map that brings no legend of its own. */
  readonly legend?: { readonly layer: Layer; readonly ranges: MapRanges };
  /** Stands in the upper right corner of what is around it, which must be positioned. */
  readonly corner?: boolean;
}

/** Takes the picture of a chart or map, and its numbers, home. Nothing is loaded before it is used. */
export function Download(props: DownloadProps) {
  const [asked, setAsked] = useState(false);
  const button = (
    <ActionIcon
      className={props.corner ? 'download corner' : 'download'}
      variant="subtle"
      color="gray"
      size={24}
      aria-label={download().button(props.name)}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    >
      <Icon size={14} />
    </ActionIcon>
  );
  if (!asked) return button;
  return (
    <Menu {...props} onGone={() => setAsked(false)}>
      {button}
    </Menu>
  );
}
