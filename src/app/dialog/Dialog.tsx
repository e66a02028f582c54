import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Modal.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useArrived } from './arrived';
import styles from './dialog.module.css';

/** A large dialog over the page, whose title stays in sight while its content is scrolled. */
export function Dialog({
  opened,
  onClose,
  title,
  close,
  size,
  ground,
  children,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The name of the button that closes it. */
  readonly close: string;
  /** Width in CSS pixels, where there is room. */
  readonly size: number;
  /** On paper cards stand out, on a card fields do. */
  readonly ground: 'paper' | 'card';
  readonly children: ReactNode;
}) {
  const arrived = useArrived();
  return (
    <Modal.Root
      opened={arrived && opened}
      onClose={onClose}
      size={size}
      // Below the notices, which also answer what is done here.
      zIndex={140}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ content: styles.content }}
    >
      <Modal.Overlay color="#000" backgroundOpacity={0.6} />
      <Modal.Content data-ground={ground}>
        {/* A plain element: a second banner on the page would mislead those who jump by landmarks. */}
        <div className={styles.header}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={close} />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
