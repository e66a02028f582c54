import { Button, type ButtonProps } from '@mantine/core';
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { files } from '../../../texts/files';

interface FileButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'color' | 'c'> {
  readonly label: string;
  readonly onFile: (file: File) => void;
}

/** A button that has the user choose a dataset file. */
export function FileButton({ label, onFile, ...look }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        {...look}
        leftSection={<FolderOpen size={14} />}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.npz,.npy,.hdf5,.h5,.zip,text/csv,application/json"
        aria-label={files().buttons.file}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be opened again after it was changed elsewhere.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
