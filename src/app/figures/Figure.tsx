import { part } from '../part/part';
import styles from './figures.module.css';

/** The figures of the article by their names, each with the room it takes, in pixels. */
const FIGURES = {
  expectile: { Picture: part(() => import('./ExpectileFigure')), height: 400 },
  push: { Picture: part(() => import('./PushFigure')), height: 440 },
  shift: { Picture: part(() => import('./ShiftFigure')), height: 520 },
  errors: { Picture: part(() => import('./ErrorFigure')), height: 400 },
} as const;

/** A live figure in the text: `<Figure of="expectile" />`. */
export function Figure({ of }: { readonly of: keyof typeof FIGURES }) {
  const { Picture, height } = FIGURES[of];
  return (
    <div className={styles.place} style={{ ['--room' as string]: `${height}px` }}>
      <Picture />
    </div>
  );
}
