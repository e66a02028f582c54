import { ActionIcon, Button, NativeSelect, Tooltip, useMantineColorScheme } from '@mantine/core';
import { LayoutGrid, Moon, SlidersHorizontal, Sun } from 'lucide-react';
import { useState } from 'react';
import { SCENARIOS } from '../../experiment/scenarios';
import { currentLanguage } from '../../texts/current';
import { LANGUAGES, type Language } from '../../texts/languages';
import { shell } from '../../texts/shell';
import { goToArticle } from '../article/ArticlePlace';
import { useModel, usePlayground, useScheme } from '../basics/context';
import { chooseToSpeak } from '../basics/language';
import { LessonsButton } from '../lessons/LessonsButton';
import { part } from '../part/part';
import { PresentButton } from '../presenter/PresentButton';
import { ShareButton } from '../share/ShareButton';
import { EngineBadge } from '../shell/EngineBadge';
import { Mark } from '../shell/Mark';
import styles from './Header.module.css';

const Gallery = part(() => import('../gallery/Gallery'), { over: true });
const SettingsDrawer = part(() => import('../controls/SettingsDrawer'), { over: true });

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

function GalleryButton() {
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<LayoutGrid size={14} />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {shell().gallery}
      </Button>
      {opened !== null && (
        <Gallery opened={opened} onClose={() => setOpened(false)} onGone={() => setOpened(null)} />
      )}
    </>
  );
}

function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const t = shell();
  const other = useScheme() === 'dark' ? 'light' : 'dark';
  const label = other === 'dark' ? t.toDark : t.toLight;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        onClick={() => setColorScheme(other)}
      >
        {other === 'dark' ? <Moon size={15} /> : <Sun size={15} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** The browser's own list: in every language it names itself, and costs no code. */
function LanguageSelect() {
  const playground = usePlayground();
  const t = shell();
  const choose = (language: Language) =>
    chooseToSpeak(language).catch(() =>
      playground.tell([{ key: 'language', message: t.languageLost(LANGUAGES[language].name) }]),
    );
  return (
    <select
      className={styles.language}
      aria-label={t.language}
      value={currentLanguage()}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([code, { name }]) => (
        <option key={code} value={code} lang={code} label={code.toUpperCase()}>
          {name}
        </option>
      ))}
    </select>
  );
}

function SettingsButton() {
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        data-place="settings"
        leftSection={<SlidersHorizontal size={14} />}
        onClick={() => setOpened(true)}
      >
        <span className={styles.wide}>{shell().moreSettings}</span>
        <span className={styles.tight}>{shell().settings}</span>
      </Button>
      {opened !== null && (
        <SettingsDrawer
          opened={opened}
          onClose={() => setOpened(false)}
          onGone={() => setOpened(null)}
        />
      )}
    </>
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
      <p className={styles.tagline}>
        <span>{t.tagline}</span>
      </p>
      <button type="button" className={`no-print ${styles.article}`} onClick={goToArticle}>
        {t.readArticle} ↓
      </button>
      <div className={styles.tools} data-part="tools">
        <ScenarioSelect />
        <GalleryButton />
        <LessonsButton />
        <PresentButton />
        <SettingsButton />
        <ShareButton />
        <ThemeToggle />
        <LanguageSelect />
        <EngineBadge />
      </div>
    </header>
  );
}
