import { type ComponentType, useEffect, useRef, useState } from 'react';
import { currentLanguage } from '../../texts/current';
import type { Language } from '../../texts/languages';
import { shell } from '../../texts/shell';
import { usePlayground } from '../basics/context';
import { useTurn } from '../basics/turn';
import { part } from '../part/part';
import { standing } from '../state/scripting';
import styles from './ArticlePlace.module.css';
import { sectionsIn } from './sections';

/** The article with its text in a language; both are fetched at once. */
async function load(language: Language): Promise<{ readonly default: ComponentType }> {
  const [{ default: Article }, sections] = await Promise.all([
    import('./Article'),
    sectionsIn(language),
  ]);
  return { default: () => <Article sections={sections} /> };
}

const waiting = () => <p className={styles.waiting}>{shell().articleWaiting}</p>;

const articles: Readonly<Record<Language, ComponentType>> = {
  en: part(() => load('en'), { waiting }),
  de: part(() => load('de'), { waiting }),
};

/** Takes the reader from the playground down to the article. */
export function goToArticle(): void {
  document.getElementById('article')?.scrollIntoView({ block: 'start' });
}

/**
 * The article below the playground. Its text is fetched when the page has nothing else to do, and
 * drawn when it comes into view, is printed, or the address asks for one of its sections.
 */
export function ArticlePlace() {
  const playground = usePlayground();
  const place = useRef<HTMLElement>(null);
  // After the columns above it: what it scrolls to stays where it is.
  const come = useTurn();
  const [wanted, setWanted] = useState(() => new URLSearchParams(location.search).has('read'));
  useEffect(() => {
    const want = () => setWanted(true);
    const read = () => {
      want();
      // Whoever reads finds numbers, not dashes.
      standing(playground).then(
        () => playground.trainUnasked(),
        () => undefined,
      );
    };
    if (new URLSearchParams(location.search).has('read')) read();
    // An edge that only touches the window does not count: on the stage the article begins there.
    const near = new IntersectionObserver(([entry]) => entry.isIntersecting && read(), {
      rootMargin: '0px 0px -2px 0px',
    });
    if (place.current) near.observe(place.current);
    // What does not come now is asked for again when it is wanted.
    const fetching = setTimeout(() => load(currentLanguage()).catch(() => undefined), 5000);
    window.addEventListener('beforeprint', want);
    return () => {
      near.disconnect();
      clearTimeout(fetching);
      window.removeEventListener('beforeprint', want);
    };
  }, [playground]);
  // The page is drawn anew when the language changes.
  const Article = articles[currentLanguage()];
  return (
    <section
      ref={place}
      id="article"
      className={styles.place}
      aria-label={shell().articlePlace}
      data-article
    >
      {wanted && come ? <Article /> : waiting()}
    </section>
  );
}
