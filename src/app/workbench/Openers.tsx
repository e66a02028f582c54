import { Button } from '@mantine/core';
import { useRef } from 'react';
import { part } from '../part/part';
import styles from './Openers.module.css';
import { closeWorkbench, openWorkbench, useOpenedTab } from './opened';
import { WORKBENCH_TABS } from './tabs';

const Workbench = part(() => import('./Workbench'), { over: true });

/** The buttons that open the workbench, and the workbench itself once one was pressed. */
export function Openers() {
  const tab = useOpenedTab();
  const wanted = useRef(false);
  wanted.current ||= tab !== null;
  return (
    <div className={`no-print ${styles.openers}`}>
      {WORKBENCH_TABS.map(({ id, label, opener, icon: Icon }) => (
        <Button
          key={id}
          variant="default"
          size="compact-xs"
          leftSection={<Icon size={13} />}
          aria-haspopup="dialog"
          onClick={() => openWorkbench(id)}
        >
          {(opener ?? label)()}
        </Button>
      ))}
      {wanted.current && (
        <Workbench
          onGone={() => {
            wanted.current = false;
            closeWorkbench();
          }}
        />
      )}
    </div>
  );
}
