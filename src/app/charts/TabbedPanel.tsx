import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { PALETTES, type Scheme } from '../theme/palette';
import styles from './EvidenceCharts.module.css';

interface TabbedPanelProps {
  /** Accessible name of the list. */
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly scheme: Scheme;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** Tabs after the ARIA pattern: one stop, arrow keys choose, Home and End jump. */
export function TabbedPanel({
  label,
  tabs,
  value,
  onChange,
  scheme,
  children,
  className,
}: TabbedPanelProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // Where the tabs are wider than their room, the chosen one is to be seen.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${value}`)}`);
    const row = list.current;
    if (!tab || !row || row.scrollWidth <= row.clientWidth) return;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [id, value]);
  const palette = PALETTES[scheme];
  const onKeyDown = (event: KeyboardEvent) => {
    const here = tabs.findIndex((tab) => tab.id === value);
    const target =
      event.key === 'ArrowRight'
        ? (here + 1) % tabs.length
        : event.key === 'ArrowLeft'
          ? (here + tabs.length - 1) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : -1;
    if (target < 0) return;
    event.preventDefault();
    onChange(tabs[target].id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[target]?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={styles.tabs}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            className={styles.tab}
            style={
              tab.id === value
                ? { background: palette.line, color: palette.ink }
                : { color: palette.muted }
            }
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        className={className}
      >
        {children}
      </div>
    </>
  );
}
