import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useScheme } from '../basics/context';
import { drawMap } from '../map/draw';
import { placeCells } from '../map/geometry';
import { useDevicePixelRatio } from '../map/hooks';
import { parseColor } from '../map/scales';
import { rangesOf } from '../state/grid';
import { PALETTES } from '../theme/palette';
import styles from './gallery.module.css';
import { previewFor, watchPreviews } from './previews';

/** Room for a picture in CSS pixels. */
const WIDTH = 148;
const HEIGHT = 132;

/** The map of a scenario with the data it begins from: darker where more was recorded. */
export function Picture({ scenario }: { readonly scenario: string }) {
  const preview = useSyncExternalStore(watchPreviews, () => previewFor(scenario));
  const scheme = useScheme();
  const dpr = useDevicePixelRatio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { grid } = preview;
  const placement = useMemo(
    () => placeCells(grid.kinds, grid.rows, grid.columns, WIDTH * dpr, HEIGHT * dpr),
    [grid, dpr],
  );
  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d');
    if (!element || !ctx) return;
    element.width = placement.width;
    element.height = placement.height;
    const counts = preview.counts ?? new Int32Array(grid.states * 4);
    const inputs = {
      grid,
      layer: 'counts',
      values: null,
      counts,
      ranges: rangesOf([], counts),
      hue: parseColor(PALETTES[scheme].ink),
      scheme,
      consults: 'everything',
    } as const;
    drawMap(ctx, placement, inputs, { arrows: false, dpr });
  }, [placement, grid, preview, scheme, dpr]);
  return (
    <span className={styles.picture} aria-hidden="true">
      <canvas
        ref={canvas}
        style={{ width: placement.width / dpr, height: placement.height / dpr }}
      />
    </span>
  );
}
