import { lazy, Suspense } from 'react';
import styles from './figures.module.css';

/** The figures of the article by their names, each with the room it takes, in pixels. */
const FIGURES = {
  expectile: { Picture: lazy(() => import('./ExpectileFigure')), height: 400 },
  push: { Picture: lazy(() => import('./PushFigure')), height: 440 },
  shift: { Picture: lazy(() => import('./ShiftFigure')), height: 520 },
  errors: { Picture: lazy(() => import('./ErrorFigure')), height: 400 },
} as const;

/** A live figure in the text: `<Figure of="expectile" />`. */
export function Figure({ of }: { readonly of: keyof typeof FIGURES }) {
  const { Picture, height } = FIGURES[of];
  return (
    <div className={styles.place} style={{ ['--room' as string]: `${height}px` }}>
      <Suspense fallback={null}>
        <Picture />
      </Suspense>
    </div>
  );
}
