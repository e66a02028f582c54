import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { panels } from '../../texts/panels';
import { useModel, usePlayground } from '../basics/context';
import MarkedCell from '../inspector/MarkedCell';
import styles from './panels.module.css';
import { choose, sheet } from './sheet';
import WhyArrow from './WhyArrow';

/** Share of the window that the sheet leaves. */
const SEEN = 0.48;

/** What is known of the marked cell, at hand where it was tapped. */
export default function OpenedSheet() {
  const t = panels();
  const playground = usePlayground();
  const pinned = useModel((model) => model.pinned);
  // The cell that was tapped is to be seen above what is said of it.
  useEffect(() => {
    const map = document.activeElement?.closest<HTMLElement>('[data-place^="map:"]');
    if (map && map.getBoundingClientRect().bottom > SEEN * window.innerHeight)
      map.scrollIntoView({ block: 'start' });
  }, []);
  if (pinned === null) return null;
  return (
    <section className={styles.sheet} aria-label={t.sheet}>
      <header>
        {t.sheet}
        <CloseButton
          aria-label={t.closeSheet}
          onClick={() => sheet.setState({ opened: false })}
          onKeyDown={({ key }) => key === 'Escape' && choose(playground, null)}
        />
      </header>
      <MarkedCell />
      <WhyArrow />
    </section>
  );
}
