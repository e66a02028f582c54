import { NativeSelect } from '@mantine/core';
import { SCENARIOS } from '../../experiment/scenarios';
import { shell } from '../../texts/shell';
import { goToArticle } from '../article/ArticlePlace';
import { useModel, usePlayground } from '../basics/context';
import { LessonsButton } from '../lessons/LessonsButton';
import { PresentButton } from '../presenter/PresentButton';
import { ShareButton } from '../share/ShareButton';
import { EngineBadge } from '../shell/EngineBadge';
import { Mark } from '../shell/Mark';
import styles from './Header.module.css';
import { MoreButton } from './More';

function ScenarioSelect() {
  const t = shell();
  const playground = usePlayground();
  const scenario = useModel((model) => model.settings.scenario);
  return (
    <NativeSelect
      className={styles.scenario}
      size="xs"
      aria-label={t.scenario}
      leftSection={<span className={styles.prefix}>{t.scenario}</span>}
      leftSectionWidth={76}
      leftSectionPointerEvents="none"
      data={SCENARIOS.map(({ id, title }) => ({ value: id, label: title }))}
      value={scenario}
      onChange={(event) => playground.change({ scenario: event.currentTarget.value })}
    />
  );
}

/** The top of the page: what this is, the scenario, and everything that concerns the whole page. */
export function Header() {
  const t = shell();
  return (
    <header className={styles.header}>
      <Mark />
      <h1 className={styles.name} translate="no">
        Offgrid
      </h1>
      <p className={`whole-or-not ${styles.tagline}`}>
        <span>{t.tagline}</span>
      </p>
      <button type="button" className={`no-print ${styles.article}`} onClick={goToArticle}>
        {t.readArticle} ↓
      </button>
      <div className={styles.tools} data-part="tools">
        <ScenarioSelect />
        <LessonsButton />
        <PresentButton />
        <ShareButton />
        <MoreButton />
        <EngineBadge />
      </div>
    </header>
  );
}
