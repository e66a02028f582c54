import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './workbench.module.css';

interface DropZoneProps {
  /** Shown over everything while a file is dragged over it. */
  readonly invitation: string;
  /** The file that was let go here; of several the first. */
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Takes files that are dragged here: a shortcut for those who have a mouse, beside a button that does the same. */
export function DropZone({ invitation, onFile, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const onDrag = (event: DragEvent, inside: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(inside);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={styles.drop}
      data-over={over ? invitation : undefined}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      {children}
    </div>
  );
}
