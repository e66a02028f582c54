import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Modal.css';
import { Button, Modal } from '@mantine/core';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { workbench } from '../../texts/workbench';
import { Covered } from '../basics/covered';
import { useArrived } from '../dialog/arrived';
import { closeWorkbench, openWorkbench, useOpenedTab } from './opened';
import { WORKBENCH_TABS } from './tabs';
import styles from './workbench.module.css';

const ids = WORKBENCH_TABS.map(({ id }) => id);

/** Where an arrow key leads from a tab, −1 for keys that lead nowhere. */
function targetOf(key: string, here: number): number {
  if (key === 'ArrowRight') return (here + 1) % ids.length;
  if (key === 'ArrowLeft') return (here + ids.length - 1) % ids.length;
  if (key === 'Home') return 0;
  return key === 'End' ? ids.length - 1 : -1;
}

/** Tabs after the ARIA pattern: one stop, arrow keys choose, Home and End jump. */
function TabList({ shown, panel }: { readonly shown: string; readonly panel: string }) {
  const list = useRef<HTMLDivElement>(null);
  // On a phone the tabs are wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place
  useEffect(() => {
    const chosen = list.current?.querySelector('[aria-selected="true"]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, ids.indexOf(shown));
    if (target < 0) return;
    event.preventDefault();
    openWorkbench(ids[target]);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[target]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={workbench().title}
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {WORKBENCH_TABS.map(({ id, label, icon: Icon }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panel}-${id}`}
          aria-selected={id === shown}
          aria-controls={panel}
          tabIndex={id === shown ? 0 : -1}
          className={styles.tab}
          onClick={() => openWorkbench(id)}
        >
          <Icon size={15} />
          {label()}
        </button>
      ))}
    </div>
  );
}

/**
 * Everything that makes the world and its data, over the whole screen; the page behind goes on. What
 * its tabs change are settings like any other.
 */
export default function Workbench() {
  const t = workbench();
  const tab = useOpenedTab();
  const panel = useId();
  const last = useRef(WORKBENCH_TABS[0]);
  const arrived = useArrived();
  // While it fades out it shows what it showed.
  const shown = WORKBENCH_TABS.find(({ id }) => id === tab) ?? last.current;
  last.current = shown;
  const { Component } = shown;
  return (
    <Modal.Root
      opened={arrived && tab !== null}
      onClose={closeWorkbench}
      fullScreen
      // Below the notices, which also answer what is done here.
      zIndex={140}
      padding={0}
      transitionProps={{ transition: 'fade', duration: 120 }}
      removeScrollProps={{ allowPinchZoom: true }}
    >
      <Modal.Content aria-label={t.title}>
        <div className={styles.frame}>
          {/* A plain element: a second banner on the page would mislead those who jump by landmarks. */}
          <div className={styles.header}>
            <h2 className={styles.title}>{t.title}</h2>
            <TabList shown={shown.id} panel={panel} />
            <Button
              variant="default"
              size="xs"
              className={styles.close}
              leftSection={<X size={14} />}
              aria-label={t.closeWorkbench}
              onClick={closeWorkbench}
            >
              {t.close}
            </Button>
          </div>
          <div
            role="tabpanel"
            id={panel}
            aria-labelledby={`${panel}-${shown.id}`}
            className={styles.panel}
          >
            <Covered value={false}>
              <Component key={shown.id} />
            </Covered>
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
