import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Scene, useScene } from '../basics/context';
import { Covered } from '../basics/covered';
import styles from './figures.module.css';

interface ShellProps {
  readonly title: string;
  /** Room kept before there is anything to draw, in pixels. */
  readonly height: number;
  readonly children: (scene: Scene) => ReactNode;
}

function Inside({ height, children }: Omit<ShellProps, 'title'>) {
  const scene = useScene();
  if (scene === null) return <div style={{ height }} />;
  return children(scene);
}

/** The frame of a figure. Scrolled out of view it keeps what it shows, as if it were covered. */
export function Shell({ title, height, children }: ShellProps) {
  const place = useRef<HTMLElement>(null);
  const id = useId();
  const [near, setNear] = useState(true);
  const covered = useContext(Covered);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => setNear(entries[entries.length - 1].isIntersecting),
      { rootMargin: '120px' },
    );
    if (place.current) watcher.observe(place.current);
    // On paper all are in view, and there is no time for drawing later.
    const onPaper = () => flushSync(() => setNear(true));
    window.addEventListener('beforeprint', onPaper);
    return () => {
      watcher.disconnect();
      window.removeEventListener('beforeprint', onPaper);
    };
  }, []);
  return (
    <figure ref={place} className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.title}>
        {title}
      </figcaption>
      <Covered value={covered || !near}>
        <Inside height={height}>{children}</Inside>
      </Covered>
    </figure>
  );
}
