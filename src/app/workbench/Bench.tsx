import type { ReactNode } from 'react';
import { workbench } from '../../texts/workbench';
import { useSize } from '../map/hooks';
import { Download, type DownloadProps } from '../pictures/Download';
import styles from './workbench.module.css';

/** Room for a map in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

interface BenchProps {
  /** Over the map: what is done with it most. */
  readonly toolbar?: ReactNode;
  /** The map, given the room that it may fill. */
  readonly map: (room: Room) => ReactNode;
  /** Under the map: what is to be said about it. */
  readonly foot?: ReactNode;
  /** The map as a file, and what it shows in numbers. */
  readonly download: DownloadProps | null;
  /** Accessible name of the column of tools. */
  readonly toolsLabel: string;
  readonly children: ReactNode;
}

/** How every tab stands: a large map on the left, on a phone on top, and its tools beside it. */
export function Bench({ toolbar, map, foot, download, toolsLabel, children }: BenchProps) {
  const [ref, room] = useSize<HTMLDivElement>();
  return (
    <div className={styles.bench}>
      <div className={styles.stage} data-picture="bench">
        {toolbar}
        <div ref={ref} className={styles.room}>
          <div className={styles.fitted}>
            {room && room.width > 0 && room.height > 0 && map(room)}
          </div>
        </div>
        <div className={styles.under}>
          {foot}
          {download && <Download {...download} />}
        </div>
      </div>
      <section className={styles.tools} aria-label={toolsLabel}>
        {children}
      </section>
    </div>
  );
}

/** What has just happened, for those who do not see it. */
export function WhatWasDone({ said }: { readonly said: string }) {
  return (
    <div className="visually-hidden" role="status" aria-label={workbench().whatWasDone}>
      {said}
    </div>
  );
}

/** A heading of the tools with what belongs under it. */
export function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
