import 'katex/dist/katex.min.css';
import { ArrowDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { article } from '../../texts/article';
import { SymbolCard } from '../symbols/SymbolCard';
import { readingPlace } from '../symbols/shown';
import { goBack } from '../symbols/travel';
import { ArticleText } from './ArticleText';
import styles from './article.module.css';
import { COMPONENTS } from './components';
import { Dock } from './Dock';
import type { Section } from './sections';
import { askedSection, goToSection } from './travel';

const Link = COMPONENTS.a;

interface WithSections {
  readonly sections: readonly Section[];
}

function Contents({ sections }: WithSections) {
  return (
    <nav className={styles.contents} aria-label={article().contents}>
      <ol>
        {sections.map(({ id, language, title }) => (
          <li key={id} lang={language}>
            <Link href={`#${id}`}>{title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Leads back to the text after a button or a symbol of it has led away. */
function WayBack() {
  const top = useStore(readingPlace, (state) => state.top);
  useEffect(() => {
    if (top === null) return;
    let left = false;
    const onScroll = () => {
      const there = window.scrollY >= top - 0.6 * window.innerHeight;
      if (there && left) readingPlace.setState({ top: null });
      left ||= !there;
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [top]);
  if (top === null) return null;
  return (
    <button type="button" className={styles.back} onClick={goBack}>
      <ArrowDown size={15} /> {article().back}
    </button>
  );
}

/** The article: its contents, its text with live numbers, and the playground in small beside it. */
export default function Article({ sections }: WithSections) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const asked = askedSection(location.search);
    if (asked !== null) goToSection(asked, false);
  }, []);
  return (
    <div ref={root} className={styles.layout}>
      <Contents sections={sections} />
      <article className={styles.text} aria-label={article().title}>
        <ArticleText sections={sections} />
      </article>
      <Dock />
      <SymbolCard root={root} />
      <WayBack />
    </div>
  );
}
