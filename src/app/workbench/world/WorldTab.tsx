import { type DragEvent, useRef, useState } from 'react';
import { pictures } from '../../../texts/pictures';
import { useModel } from '../../context';
import { SettingControl } from '../../controls/SettingControl';
import { Bench, Group } from '../Bench';
import editing from '../editing.module.css';
import { History } from '../History';
import { Brushes } from './Brushes';
import { DrawingVerdict } from './DrawingVerdict';
import { drawingTable } from './drawing-table';
import { EditorMap } from './EditorMap';
import { SizePanel } from './SizePanel';
import { TextPanel } from './TextPanel';
import { useDraft, useDraftState } from './use-draft';
import styles from './world.module.css';

const NUMBERS = ['slip', 'gamma', 'horizon', 'step', 'goal', 'pit', 'cliff'] as const;

/** A text file of a map is far smaller; what is larger is something else. */
const LARGEST_FILE = 100_000;

/** The shipped worlds to begin with, and the way back to the one that was chosen. */
function Worlds() {
  const draft = useDraft();
  useDraftState(({ editor }) => editor.drawing);
  useModel(({ settings }) => settings.world);
  return (
    <Group title="World">
      <SettingControl settingKey="world" />
      {!draft.isOwnMap() && (
        <p className={editing.hint}>
          This map is your own.{' '}
          <button type="button" className={editing.link} onClick={() => draft.backToOwnMap()}>
            Back to the world’s own map
          </button>
        </p>
      )}
    </Group>
  );
}

function DrawingHistory() {
  const draft = useDraft();
  const back = useDraftState(({ editor }) => editor.past.at(-1)?.name);
  const forth = useDraftState(({ editor }) => editor.future.at(-1)?.name);
  return (
    <History back={back} forth={forth} onUndo={() => draft.undo()} onRedo={() => draft.redo()} />
  );
}

/** The world: its map, drawn by hand, and its numbers. */
export default function WorldTab() {
  const draft = useDraft();
  const said = useDraftState((state) => state.said);
  const [refused, setRefused] = useState('');
  const [over, setOver] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  const read = async (file: File) => {
    if (file.size > LARGEST_FILE) {
      setRefused(
        `«${file.name}» has ${file.size.toLocaleString('en-GB')} bytes; a map has at most a few thousand. Nothing was read.`,
      );
      return;
    }
    try {
      draft.write(await file.text());
      setRefused('');
      area.current?.focus();
    } catch {
      setRefused(`«${file.name}» could not be read. Is it still there?`);
    }
  };
  const onDrag = (event: DragEvent, inside: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(inside);
  };

  return (
    // A drop is a shortcut for those who have a mouse; the button does the same for everybody.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={styles.tab}
      data-over={over || undefined}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        const [file] = event.dataTransfer.files;
        if (file) read(file);
      }}
    >
      <Bench
        toolbar={
          <div className={editing.toolbar}>
            <Brushes />
            <DrawingHistory />
          </div>
        }
        map={(room) => <EditorMap room={room} />}
        foot={
          <div className={editing.foot}>
            <DrawingVerdict />
            <p className={editing.touch}>One finger paints, two zoom.</p>
            <p className={editing.keys}>
              Drag to paint, with Shift a rectangle. Arrow keys move, <kbd>#</kbd> <kbd>.</kbd>{' '}
              <kbd>S</kbd> <kbd>G</kbd> <kbd>P</kbd> <kbd>C</kbd> paint.
            </p>
          </div>
        }
        download={{
          of: 'world',
          name: pictures().world,
          table: () => drawingTable(draft.state.editor.drawing),
        }}
        toolsLabel="Tools of the world"
      >
        <Worlds />
        <SizePanel />
        <Group title="Rules and rewards">
          <div className={styles.numbers}>
            {NUMBERS.map((key) => (
              <SettingControl key={key} settingKey={`world.${key}`} />
            ))}
          </div>
        </Group>
        <TextPanel area={area} refused={refused} onFile={read} />
      </Bench>
      <div className="visually-hidden" role="status" aria-label="What was done">
        {said}
      </div>
    </div>
  );
}
