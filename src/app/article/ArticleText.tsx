import { memo } from 'react';
import { currentLanguage } from '../../texts/current';
import { untranslated } from '../../texts/untranslated';
import { Untranslated } from '../basics/Untranslated';
import styles from './article.module.css';
import { COMPONENTS } from './components';
import type { Section } from './sections';
import { anchorOf } from './travel';

/** The sections themselves: drawn once, whatever the numbers in them do. */
export const ArticleText = memo(function ArticleText({
  sections,
}: {
  readonly sections: readonly Section[];
}) {
  return sections.map(({ id, language, Text }) => {
    const foreign = language === currentLanguage() ? {} : { lang: language };
    return (
      <section key={id} aria-labelledby={anchorOf(id)} {...foreign}>
        <Untranslated
          language={language}
          says={untranslated().section}
          className={styles.untranslated}
        />
        <Text components={COMPONENTS} />
      </section>
    );
  });
});
