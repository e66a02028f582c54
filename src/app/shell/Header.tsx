import { ActionIcon, Button, Select, Tooltip, useMantineColorScheme } from '@mantine/core';
import { LayoutGrid, Moon, SlidersHorizontal, Sun } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { SCENARIOS } from '../../experiment/scenarios';
import { readLesson } from '../article/Lesson';
import { useModel, usePlayground, useScheme } from '../context';
import { LessonsButton } from '../lessons/LessonsButton';
import { PresentButton } from '../presenter/PresentButton';
import { ShareButton } from '../share/ShareButton';
import { EngineBadge } from './EngineBadge';
import styles from './Header.module.css';
import { Mark } from './Mark';

const Gallery = lazy(() => import('../gallery/Gallery'));
const SettingsDrawer = lazy(() => import('../controls/SettingsDrawer'));

function ScenarioSelect() {
  const playground = usePlayground();
  const scenario = String(useModel((model) => model.settings.scenario));
  return (
    <Select
      className={styles.scenario}
      size="xs"
      aria-label="Scenario"
      leftSection={<span className={styles.prefix}>Scenario</span>}
      leftSectionWidth={76}
      leftSectionPointerEvents="none"
      data={SCENARIOS.map(({ id, title }) => ({ value: id, label: title }))}
      value={scenario}
      allowDeselect={false}
      withCheckIcon={false}
      maxDropdownHeight={520}
      comboboxProps={{ width: 360, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={styles.option}>
          <strong>{option.label}</strong>
          <small>{SCENARIOS.find(({ id }) => id === option.value)?.summary}</small>
        </span>
      )}
      onChange={(next) => next !== null && playground.change({ scenario: next })}
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
        Gallery
      </Button>
      {opened !== null && (
        <Suspense fallback={null}>
          <Gallery opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const other = useScheme() === 'dark' ? 'light' : 'dark';
  return (
    <Tooltip label={`Switch to ${other} paper`}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={`Switch to ${other} theme`}
        onClick={() => setColorScheme(other)}
      >
        {other === 'dark' ? <Moon size={15} /> : <Sun size={15} />}
      </ActionIcon>
    </Tooltip>
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
        <span className={styles.wide}>More settings</span>
        <span className={styles.tight}>Settings</span>
      </Button>
      {opened !== null && (
        <Suspense fallback={null}>
          <SettingsDrawer opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The top of the page: what this is, the scenario, and everything that concerns the whole page. */
export function Header() {
  return (
    <header className={styles.header}>
      <Mark />
      <h1 className={styles.name}>Offgrid</h1>
      <p className={styles.tagline}>
        <span>offline reinforcement learning, with the truth beside it</span>
      </p>
      <button type="button" className={styles.lesson} onClick={readLesson}>
        Read the article ↓
      </button>
      <div className={styles.tools}>
        <ScenarioSelect />
        <GalleryButton />
        <LessonsButton />
        <PresentButton />
        <SettingsButton />
        <ShareButton />
        <ThemeToggle />
        <EngineBadge />
      </div>
    </header>
  );
}
