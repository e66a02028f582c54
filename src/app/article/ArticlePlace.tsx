import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { currentLanguage } from '../../texts/current';
import type { Language } from '../../texts/languages';
import { shell } from '../../texts/shell';
import styles from './ArticlePlace.module.css';
import { sectionsIn } from './sections';

/** Said in place of the text where it cannot be loaded: the playground must not go with it. */
function Unavailable() {
  return <p className={styles.waiting}>{shell().articleLost}</p>;
}

/** The article with its text in a language; both are fetched at once. */
async function load(language: Language): Promise<{ readonly default: ComponentType }> {
  try {
    const [{ default: Article }, sections] = await Promise.all([
      import('./Article'),
      sectionsIn(language),
    ]);
    return { default: () => <Article sections={sections} /> };
  } catch {
    return { default: Unavailable };
  }
}

const articles: Readonly<Record<Language, ComponentType>> = {
  en: lazy(() => load('en')),
  de: lazy(() => load('de')),
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
  const place = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState(() => new URLSearchParams(location.search).has('read'));
  useEffect(() => {
    const want = () => setWanted(true);
    // An edge that only touches the window does not count: on the stage the article begins there.
    const near = new IntersectionObserver(([entry]) => entry.isIntersecting && want(), {
      rootMargin: '0px 0px -2px 0px',
    });
    if (place.current) near.observe(place.current);
    const fetching = setTimeout(load, 5000, currentLanguage());
    window.addEventListener('beforeprint', want);
    return () => {
      near.disconnect();
      clearTimeout(fetching);
      window.removeEventListener('beforeprint', want);
    };
  }, []);
  // The page is drawn anew when the language changes.
  const Article = articles[currentLanguage()];
  const waiting = <p className={styles.waiting}>{shell().articleWaiting}</p>;
  return (
    <section
      ref={place}
      id="article"
      className={styles.place}
      aria-label={shell().articlePlace}
      data-article
    >
      {wanted ? (
        <Suspense fallback={waiting}>
          <Article />
        </Suspense>
      ) : (
        waiting
      )}
    </section>
  );
}
